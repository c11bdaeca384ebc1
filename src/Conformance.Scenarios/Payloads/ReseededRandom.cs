namespace Conformance.Scenarios.Payloads;

/// <summary>Chance that can begin anew, for who keeps the source of chance they were given once.</summary>
internal sealed class ReseededRandom : Random
{
    private Random current = new(0);

    /// <summary>Gives from now on what a new <see cref="Random"/> of this seed gives.</summary>
    /// <param name="seed">The seed.</param>
    public void Reseed(int seed) => current = new Random(seed);

    /// <inheritdoc />
    public override int Next() => current.Next();

    /// <inheritdoc />
    public override int Next(int maxValue) => current.Next(maxValue);

    /// <inheritdoc />
    public override int Next(int minValue, int maxValue) => current.Next(minValue, maxValue);

    /// <inheritdoc />
    public override double NextDouble() => current.NextDouble();

    /// <inheritdoc />
    protected override double Sample() => current.NextDouble();
}
