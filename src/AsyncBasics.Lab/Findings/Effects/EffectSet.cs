namespace AsyncBasics.Lab;

/// <summary>What a piece of code reads and changes.</summary>
internal sealed class EffectSet
{
    private readonly HashSet<Effect> _effects = [];

    public IReadOnlyCollection<Effect> All => _effects;

    /// <summary>Whether it may throw an exception of its own, which makes an await of it a condition for what comes after.</summary>
    public bool MayThrow { get; set; }

    public void Add(Effect effect) => _effects.Add(effect);

    public void Add(EffectSet other)
    {
        _effects.UnionWith(other._effects);
        MayThrow |= other.MayThrow;
    }
}
