using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Retry strategies are prose that a program can read.</summary>
internal sealed class RetryStrategiesAreReadable()
    : LintRule(
        "ERR-106",
        Severity.Warning,
        "A retry strategy cannot be read",
        "A client library needs to know whether, when and how often to try again; prose leaves each to its reader.",
        "write it in one of the accepted forms"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from entry in specification.ErrorCodes
        where entry.RetryStrategy is not null
        let text = entry.RetryStrategy!
        where entry.Retry is null
        select Finding(
            text.Location,
            $"the retry strategy of '{entry.Code.Value}' cannot be read: \"{text.Value}\"",
            RetryStrategyPhrase.Accepted,
            text.Value
        );
}
