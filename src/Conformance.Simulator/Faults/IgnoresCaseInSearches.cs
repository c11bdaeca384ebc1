using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Searches find what has the value in other letters too, large or small.</summary>
public sealed class IgnoresCaseInSearches : OtherSearch
{
    /// <inheritdoc />
    public override string Description => "Searches find what has the value in other letters too, large or small.";

    private protected override bool Matches(string? value, string wanted) =>
        string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);
}
