using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Test data does not vanish during a run.</summary>
internal sealed partial class DataStays()
    : AdvisoryRule(
        "ENV-103",
        Severity.Warning,
        "Data is reset on a schedule",
        "A run across the reset fails for no reason of the provider's, and cannot be repeated.",
        "keep data for as long as a run takes, or say how a run gets data of its own"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from environment in specification.Environments
        where environment.Data is not null
        let match = Reset().Match(environment.Data!.Value)
        where match.Success
        select Finding(
            environment.Data!.Location,
            $"data of '{environment.Name}' is {match.Value}: runs across it are not reproducible",
            "data that stays"
        );

    [GeneratedRegex(
        @"\b(reset|wiped|purged|cleared|deleted|refreshed|restored)\s+(every\s+\w+|daily|nightly|hourly|weekly|monthly|at\s+\d{1,2}:\d\d)(\s+at\s+\d{1,2}:\d\d(\s+UTC)?)?",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Reset();
}
