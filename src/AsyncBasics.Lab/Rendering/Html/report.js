'use strict';
// Brings the page to life: a playhead over the picture, step by step, with the source and the output of that moment.
(() => {
  const read = id => JSON.parse(document.getElementById(id)?.textContent ?? 'null');
  const report = read('report-data');
  const replay = read('replay-data');
  const pictures = [...document.querySelectorAll('svg.ab-picture')];
  const player = document.querySelector('.player');
  if (!report?.timeline || !replay?.moments.length || !player) return;

  const lanes = report.timeline.lanes;
  const moments = replay.moments;
  const took = report.timeline.took;
  const scrubber = document.querySelector('.scrubber');
  const clock = document.querySelector('.clock');
  const caption = document.querySelector('.caption');
  const now = document.querySelector('.now');
  const tip = document.getElementById('tip');
  const playButton = player.querySelector('[data-do=play]');
  let step = moments.length - 1;
  let timer = 0;

  const seconds = time => {
    const digits = took >= 10 ? 1 : took >= 1 ? 2 : 4;
    return `${Number(time.toFixed(digits))} s`;
  };

  // ---- what a lane does at a time, when the steps up to the present one have been taken

  const stepsOf = lanes.map(() => []);
  moments.forEach((moment, index) => stepsOf[moment.lane].push(index));

  const stuck = new Map(replay.stuck.map(one => [one.lane, one]));

  function stateOf(number, time) {
    const lane = lanes[number];
    const steps = stepsOf[number];
    const kept = step === moments.length - 1 && stuck.get(number);
    if (kept) return { kind: 'stuck', text: kept.text, place: kept.line && kept };
    if (!steps.length || steps[0] > step) return null;
    // Of what happens at this very time, what comes in a later step has not happened yet.
    const isBefore = steps.some(index => index > step && moments[index].time === time);
    const ended = lane.state !== 'pending' && steps.at(-1) <= step;
    if (ended) return { kind: lane.state === 'failed' ? 'failed' : 'done', text: { succeeded: 'done', failed: 'failed', cancelled: 'cancelled' }[lane.state] ?? lane.state };
    const segment = lane.segments.find(one => isBefore
      ? one.start < time && time <= one.end
      : one.start <= time && (time < one.end || (one.end === time && lane.state === 'pending')));
    if (!segment) return { kind: 'running', text: 'runs' };
    return { kind: segment.kind, text: segment.text, place: segment.place };
  }

  // ---- showing a step

  function show(index, time) {
    step = Math.max(0, Math.min(moments.length - 1, index));
    const moment = moments[step];
    const at = time ?? moment.time;
    const atEnd = step === moments.length - 1;
    scrubber.value = step;
    scrubber.setAttribute('aria-valuetext', `Step ${step + 1} of ${moments.length}, at ${seconds(moment.time)}: ${moment.caption}`);
    clock.textContent = `${seconds(at)} · step ${step + 1} of ${moments.length}`;
    caption.textContent = `${seconds(moment.time)}: ${moment.caption}`;
    for (const svg of pictures) drawPlayhead(svg, at, atEnd);
    showLanes(moment, at);
    showSource(moment, at);
    showOutput(moment, atEnd);
  }

  function drawPlayhead(svg, time, atEnd) {
    const { left, axis, scale } = svg.dataset;
    const x = Number(left) + (Number(scale) > 0 ? Math.min(1, time / Number(scale)) * Number(axis) : 0);
    const playhead = svg.querySelector('.playhead');
    const future = svg.querySelector('.future');
    playhead.setAttribute('x1', x);
    playhead.setAttribute('x2', x);
    future.setAttribute('x', x + 5);
    future.setAttribute('width', Math.max(0, svg.viewBox.baseVal.x + svg.viewBox.baseVal.width - x - 5));
    playhead.setAttribute('visibility', atEnd ? 'hidden' : 'visible');
    future.setAttribute('visibility', atEnd ? 'hidden' : 'visible');
    for (const lane of svg.querySelectorAll('.lane')) {
      lane.classList.toggle('acts', !atEnd && Number(lane.dataset.lane) === moments[step].lane);
    }
  }

  const mostShown = 40;
  function showLanes(moment, time) {
    const items = [];
    lanes.forEach((lane, number) => {
      const state = stateOf(number, time);
      if (!state || items.length >= mostShown) return;
      const item = document.createElement('li');
      item.dataset.state = state.kind;
      item.textContent = `${lane.name} ${state.text}`;
      items.push(item);
    });
    now.replaceChildren(...items);
  }

  const files = report.files.map(file => file.name);
  function lineAt(place) {
    const file = files.indexOf(place.file);
    return document.getElementById(`file-${(file < 0 ? 0 : file) + 1}-line-${place.line}`);
  }

  function showSource(moment, time) {
    for (const line of document.querySelectorAll('.line.acts, .line.waits')) line.classList.remove('acts', 'waits');
    lanes.forEach((lane, number) => {
      const place = stateOf(number, time)?.place;
      if (place) lineAt(place)?.classList.add('waits');
    });
    const place = moment.line ? { file: moment.file, line: moment.line } : null;
    const line = place && lineAt(place);
    if (!line) return;
    line.classList.add('acts');
    const code = line.parentElement;
    if (line.offsetTop < code.scrollTop + code.offsetTop || line.offsetTop + line.offsetHeight > code.scrollTop + code.offsetTop + code.clientHeight) {
      code.scrollTop = line.offsetTop - code.offsetTop - code.clientHeight / 2;
    }
  }

  const stdout = document.querySelector('.stdout');
  const wholeOutput = stdout.textContent;
  function showOutput(moment, atEnd) {
    if (atEnd || replay.output.length === 0) {
      stdout.textContent = wholeOutput;
      return;
    }
    const later = document.createElement('span');
    later.className = 'later';
    later.setAttribute('aria-hidden', 'true');
    later.textContent = replay.output.slice(moment.written).map(line => `${line}\n`).join('');
    stdout.replaceChildren(replay.output.slice(0, moment.written).map(line => `${line}\n`).join(''), later);
  }

  // ---- stepping and playing

  function play() {
    if (timer) return pause();
    if (step === moments.length - 1) show(0);
    timer = setInterval(() => {
      show(step + 1);
      if (step === moments.length - 1) pause();
    }, 900);
    playButton.textContent = 'pause';
    playButton.setAttribute('aria-label', 'Pause');
  }

  function pause() {
    clearInterval(timer);
    timer = 0;
    playButton.textContent = '▶ play';
    playButton.setAttribute('aria-label', 'Play');
  }

  const actions = {
    first: () => show(0),
    back: () => show(step - 1),
    on: () => show(step + 1),
    last: () => show(moments.length - 1),
    play,
  };
  player.addEventListener('click', event => {
    const action = event.target.closest('button')?.dataset.do;
    if (!action) return;
    if (action !== 'play') pause();
    actions[action]();
  });
  scrubber.max = moments.length - 1;
  scrubber.addEventListener('input', () => { pause(); show(Number(scrubber.value)); });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, button, a, summary, pre')) return;
    const action = { ',': 'back', '.': 'on', ' ': 'play' }[event.key];
    if (!action) return;
    event.preventDefault();
    if (action !== 'play') pause();
    actions[action]();
  });

  // ---- scrubbing in the picture

  function timeAt(svg, event) {
    const box = svg.getBoundingClientRect();
    const x = svg.viewBox.baseVal.x + (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
    const share = (x - Number(svg.dataset.left)) / Number(svg.dataset.axis);
    return Math.max(0, Math.min(1, share)) * Number(svg.dataset.scale);
  }

  function goTo(time) {
    let index = 0;
    while (index + 1 < moments.length && moments[index + 1].time <= time) index++;
    pause();
    show(index, Math.min(time, took));
  }

  for (const svg of pictures) {
    svg.addEventListener('pointerdown', event => {
      if (event.button !== 0) return;
      goTo(timeAt(svg, event));
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener('pointermove', event => {
      if (svg.hasPointerCapture(event.pointerId)) goTo(timeAt(svg, event));
    });
  }

  // ---- what a bar is, on hover and on focus

  function tell(bar, x, y) {
    const lane = lanes[Number(bar.parentElement.dataset.lane)];
    const segment = lane.segments[Number(bar.dataset.seg)];
    const name = document.createElement('strong');
    name.textContent = lane.name;
    const lines = [
      segment.kind === 'ready' ? `ready, ${segment.text}` : segment.kind === 'blocked' && !segment.leavesLoop ? `${segment.text} and holds the loop` : segment.text,
      `${seconds(segment.start)} to ${seconds(segment.end)}`,
      segment.place ? `${files.length > 1 ? `${segment.place.file} ` : ''}line ${segment.place.line}` : '',
      segment.wokenBy != null ? `woken by ${lanes[segment.wokenBy]?.name ?? ''}` : '',
      segment.isCritical ? 'on the critical path' : '',
    ];
    tip.replaceChildren(name, ...lines.filter(line => line).map(line => {
      const element = document.createElement('div');
      element.textContent = line;
      return element;
    }));
    tip.hidden = false;
    tip.style.left = `${Math.max(4, Math.min(x + 12, innerWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${y + 18 + tip.offsetHeight > innerHeight ? y - tip.offsetHeight - 10 : y + 18}px`;
  }

  for (const svg of pictures) {
    svg.addEventListener('pointermove', event => {
      const bar = event.target.closest('.seg');
      if (bar) tell(bar, event.clientX, event.clientY);
      else tip.hidden = true;
    });
    svg.addEventListener('pointerleave', () => { tip.hidden = true; });
    svg.addEventListener('focusin', event => {
      const bar = event.target.closest('.seg');
      if (!bar) return;
      const box = bar.getBoundingClientRect();
      tell(bar, box.left + box.width / 2, box.bottom - 16);
    });
    svg.addEventListener('focusout', () => { tip.hidden = true; });
    walk(svg);
  }

  // The picture is one stop for the tab key; the arrows go from bar to bar.
  function walk(svg) {
    const rows = [...svg.querySelectorAll('.lane')].map(lane => [...lane.querySelectorAll('.seg')]).filter(row => row.length);
    rows[0]?.[0].setAttribute('tabindex', '0');
    const middle = bar => { const box = bar.getBoundingClientRect(); return box.left + box.width / 2; };
    const nearest = (row, bar) => row.reduce((best, one) => Math.abs(middle(one) - middle(bar)) < Math.abs(middle(best) - middle(bar)) ? one : best);
    svg.addEventListener('keydown', event => {
      const bar = event.target.closest('.seg');
      const row = rows.findIndex(one => one.includes(bar));
      if (row < 0) return;
      const column = rows[row].indexOf(bar);
      const next = {
        ArrowLeft: () => rows[row][column - 1],
        ArrowRight: () => rows[row][column + 1],
        ArrowUp: () => rows[row - 1] && nearest(rows[row - 1], bar),
        ArrowDown: () => rows[row + 1] && nearest(rows[row + 1], bar),
        Home: () => rows[row][0],
        End: () => rows[row].at(-1),
        Enter: () => { goTo(lanes[Number(bar.parentElement.dataset.lane)].segments[Number(bar.dataset.seg)].start); },
      }[event.key];
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      const target = next();
      if (!target) return;
      bar.setAttribute('tabindex', '-1');
      target.setAttribute('tabindex', '0');
      target.focus();
    });
  }

  // ---- a finding shows its lanes

  for (const finding of document.querySelectorAll('.finding')) {
    const meant = finding.dataset.lanes.split(' ').filter(Boolean);
    const mark = on => {
      for (const svg of pictures) {
        svg.classList.toggle('dims', on && meant.length > 0);
        for (const lane of svg.querySelectorAll('.lane')) lane.classList.toggle('meant', on && meant.includes(lane.dataset.lane));
      }
    };
    finding.addEventListener('pointerenter', () => mark(true));
    finding.addEventListener('pointerleave', () => mark(false));
    finding.addEventListener('focusin', () => mark(true));
    finding.addEventListener('focusout', () => mark(false));
  }

  for (const element of [player, caption, now, document.querySelector('.hint')]) element.hidden = false;
  show(moments.length - 1);
})();
