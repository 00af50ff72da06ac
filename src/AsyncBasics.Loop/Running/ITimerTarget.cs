namespace AsyncBasics;

/// <summary>What a timer fires that is no task: a <see cref="Handle"/>, or the deadline of a <see cref="CancelScope"/>.</summary>
internal interface ITimerTarget
{
    /// <summary>Where it stands among those of the <see cref="TimerQueue"/>; <see cref="NoTimer"/> while no timer is set for it.</summary>
    int TimerSlot { get; set; }

    /// <summary>The slot of one that has no timer.</summary>
    const int NoTimer = -1;

    /// <summary>The timer is due, and is none any more: the target takes its turn now.</summary>
    void EnterReady(ReadyQueue ready);
}
