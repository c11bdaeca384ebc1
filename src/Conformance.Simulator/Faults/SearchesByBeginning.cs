using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Searches find what begins with the value that is searched for.</summary>
public sealed class SearchesByBeginning : OtherSearch
{
    /// <inheritdoc />
    public override string Description => "Searches find what begins with the value that is searched for.";

    private protected override bool Matches(string? value, string wanted) =>
        value?.StartsWith(wanted, StringComparison.Ordinal) is true;
}
