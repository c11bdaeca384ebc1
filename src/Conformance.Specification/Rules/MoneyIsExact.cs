using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Amounts of money are not floating-point numbers.</summary>
internal sealed partial class MoneyIsExact()
    : AdvisoryRule(
        "HTP-110",
        Severity.Warning,
        "Money is a JSON number",
        "Most JSON readers make a binary floating-point number of it: 29.99 is not 29.99 any more, and sums are off by a cent.",
        "use minor units (an integer) or a decimal string"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        SchemaPlace
            .All(specification)
            .Where(p => p.Schema.Types.HasFlag(JsonTypes.Number) && Money().IsMatch(p.Name))
            .Select(p =>
                Finding(
                    p.Schema.LocationOf("type"),
                    $"money '{p.Name}' is a JSON number",
                    "an integer of minor units, or a string"
                )
            );

    [GeneratedRegex(
        @"(^|_|(?<=[a-z]))(price|amount|cost|fee|balance|subtotal|discount)s?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Money();
}
