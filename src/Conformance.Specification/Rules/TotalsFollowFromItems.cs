using System.Text.Json;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>
/// An example total is the sum over the example items. Only said where no formula is declared: with one, the formula
/// is what counts.
/// </summary>
internal sealed class TotalsFollowFromItems()
    : LintRule(
        "HTP-117",
        Severity.Warning,
        "An example total does not follow from the example items",
        "Readers take examples for a calculation and build on it.",
        "make the examples agree, or declare the formula under resource.computed"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from endpoint in specification.Endpoints
        where endpoint is { Request: not null, Resource: null or { Computed.IsEmpty: true } }
        let sum = Sum(endpoint.Request!.Schema)
        where sum is not null
        from response in endpoint.Responses
        where response is { Status.Value: < 300, Example.Value.ValueKind: JsonValueKind.Object }
        from member in response.Example!.Value.EnumerateObject()
        where
            member.Name.Contains("total", StringComparison.OrdinalIgnoreCase)
            && member.Value.ValueKind == JsonValueKind.Number
            && member.Value.TryGetDecimal(out var total)
            && total != sum.Value.Value
        select Finding(
            PlaceOf(response, member.Name),
            $"example '{member.Name}' is {member.Value.GetRawText()}, but the example items make {sum.Value.Value}",
            $"{sum.Value.Value}",
            member.Value.GetRawText(),
            related: new RelatedLocation("the example items", sum.Value.Place)
        );

    /// <summary>Quantity times price of the one element that the examples describe.</summary>
    private static (decimal Value, SourceLocation Place)? Sum(SchemaNode body)
    {
        foreach (var items in body.Properties.Select(p => p.Schema.Items).OfType<SchemaNode>())
        {
            var quantity = Example(items, "quantity");
            var price = Example(items, "price");
            if (quantity is not null && price is not null)
            {
                return (quantity.Value * price.Value, items.Location);
            }
        }

        return null;
    }

    private static decimal? Example(SchemaNode element, string word) =>
        element
            .Properties.Where(p => p.Name.Value.Contains(word, StringComparison.OrdinalIgnoreCase))
            .SelectMany(p => p.Schema.Examples)
            .Where(e => e.Value.ValueKind == JsonValueKind.Number)
            .Select(e => (decimal?)e.Value.GetDecimal())
            .FirstOrDefault();

    private static SourceLocation PlaceOf(ResponseDefinition response, string name) =>
        response.Schema?.Properties.FirstOrDefault(p => p.Name.Value == name)?.Schema.Location
        ?? response.Example!.Location;
}
