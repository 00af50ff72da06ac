string text = await Task.FromResult(1);
undefined(text);
