using System.Numerics;

namespace AsyncBasics.Lab;

/// <summary>A set of small numbers. Sets are joined a word at a time, so that rows of thousands can be compared with all that came before.</summary>
internal sealed class NumberSet
{
    private const int WordSize = 64;

    private ulong[] _words = [];

    public bool IsEmpty => Array.TrueForAll(_words, word => word == 0);

    /// <summary>The greatest number; -1 if there is none.</summary>
    public int Last => LastNotIn(new NumberSet());

    public bool Contains(int number) => number / WordSize < _words.Length && (_words[number / WordSize] & Bit(number)) != 0;

    public void Add(int number)
    {
        Grow((number / WordSize) + 1);
        _words[number / WordSize] |= Bit(number);
    }

    /// <summary>Adds all numbers below <paramref name="count"/>.</summary>
    public void AddBelow(int count)
    {
        Grow((count + WordSize - 1) / WordSize);
        _words.AsSpan(0, count / WordSize).Fill(ulong.MaxValue);
        if (count % WordSize > 0)
        {
            _words[count / WordSize] |= Bit(count) - 1;
        }
    }

    public void UnionWith(NumberSet other)
    {
        Grow(other._words.Length);
        for (int i = 0; i < other._words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    /// <summary>The greatest number that is in this set and not in another one; -1 if there is none.</summary>
    public int LastNotIn(NumberSet other)
    {
        for (int i = _words.Length - 1; i >= 0; i--)
        {
            ulong left = _words[i] & ~(i < other._words.Length ? other._words[i] : 0);
            if (left != 0)
            {
                return (i * WordSize) + BitOperations.Log2(left);
            }
        }

        return -1;
    }

    /// <summary>The least number that is not in this set.</summary>
    public int FirstMissing()
    {
        int word = Array.FindIndex(_words, one => one != ulong.MaxValue);
        return word < 0 ? _words.Length * WordSize : (word * WordSize) + BitOperations.TrailingZeroCount(~_words[word]);
    }

    private static ulong Bit(int number) => 1UL << (number % WordSize);

    private void Grow(int words)
    {
        if (words > _words.Length)
        {
            Array.Resize(ref _words, words);
        }
    }
}
