using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.AttemptsTellTheSame;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// Every attempt for one event has the same values in the fields that the envelope declares, its id aside, which is judged
/// by itself. What is not declared, a count of attempts for example, may differ.
/// </summary>
internal sealed class AttemptsTellTheSame : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var attempts = deliveries.Attempts.Where(a => a.Json is not null).ToArray();
        if (attempts is not [var first, _, ..] || first.Webhooks.Envelope is not { } envelope)
        {
            return deliveries.NothingToJudge("two attempts with JSON bodies");
        }

        var id = Scenarios.Deliveries.DeliveryFields.Of(first.Webhooks).EventId;
        foreach (var path in Paths(envelope, "").Where(p => p != id))
        {
            var one = FieldPath.Find(first.Json!.Value, path);
            var other = attempts.FirstOrDefault(a => !Same(one, FieldPath.Find(a.Json!.Value, path)));
            if (other is not null)
            {
                return Judgement.Broken(
                    new Finding(
                        other.WhereInBody(path),
                        Cited.At($"{Text(one)}, as on attempt 1", expected.Requirement.Location),
                        Text(FieldPath.Find(other.Json!.Value, path)),
                        "keep an event as it was when it happened, and send that with every attempt"
                    )
                ) with
                {
                    Exchange = other.Exchange.Index,
                };
            }
        }

        return Judgement.Held;
    }

    private static IEnumerable<string> Paths(SchemaNode schema, string prefix) =>
        schema.Properties.SelectMany(p =>
            p.Schema.Properties.IsEmpty ? [prefix + p.Name.Value] : Paths(p.Schema, $"{prefix}{p.Name.Value}.")
        );

    private static bool Same(JsonElement? one, JsonElement? other) =>
        (one, other) switch
        {
            (null, null) => true,
            ({ } a, { } b) => JsonElement.DeepEquals(a, b),
            _ => false,
        };

    private static string Text(JsonElement? value) => value is { } there ? Excerpt.OfValue(there) : "absent";
}
