using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Example code checks all that the specification asks receivers to check.</summary>
internal sealed partial class ExampleCodeVerifiesAll()
    : AdvisoryRule(
        "WHK-110",
        Severity.Warning,
        "Example code checks neither timestamp nor duplicates",
        "Copied code is the contract in fact: nobody adds the checks that the example leaves out.",
        "let the example reject old timestamps, or ids it has seen"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (
            specification.Webhooks?.Security is not { } security
            || security is { TimestampHeader: null, Tolerance: null, Dedupe: null }
        )
        {
            return [];
        }

        return security
            .VerificationExamples.Where(e => !Checks().IsMatch(e.Value.Value))
            .Select(e =>
                Finding(
                    Start(e.Value.Location),
                    $"the {e.Key} example checks neither timestamp nor duplicates",
                    "code that does what the specification demands"
                )
            );
    }

    [GeneratedRegex(
        @"time_?stamp|tolerance|\bseen\b|duplicate|dedup|event_?id|webhook-id",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Checks();
}
