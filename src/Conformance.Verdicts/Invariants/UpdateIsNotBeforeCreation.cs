using System.Globalization;
using System.Text.Json;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>Nothing was changed before it was made: <c>updated_at</c> is not before <c>created_at</c>.</summary>
internal sealed class UpdateIsNotBeforeCreation : Invariant
{
    // One field may be cut to whole seconds and the other not, and two reads of a clock may differ.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen) =>
        seen is { IsError: false, Endpoint: { } endpoint, DeclaredFields: { } schema, Json: { } body }
            ? Objects(seen, schema, body, "").Select(o => Judge(seen, endpoint, o))
            : [];

    private static Judged Judge(SeenExchange seen, Endpoint endpoint, Times times) =>
        new(
            Contract(
                RequirementIds.Response(endpoint, seen.Status, $"body.{times.Field.Name.Value}.order"),
                $"The target MUST NOT tell by {times.Field.Name.Value} that a resource changed before it was made.",
                times.Field.Schema.Location,
                "HTTP-31"
            ),
            times.Updated >= times.Created - Tolerance
                ? Judgement.Held
                : Judgement.Broken(
                    new Finding(
                        seen.WhereInBody(times.Path),
                        Cited.At(
                            $"no time before {times.CreationName}, {times.Created.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                            times.Field.Schema.Location
                        ),
                        times.Updated.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                        $"set {times.Field.Name.Value} from the clock whenever the resource changes"
                    )
                )
        );

    // The answer itself and the elements of its lists; the schema says which fields mean what.
    private static IEnumerable<Times> Objects(SeenExchange seen, SchemaNode written, JsonElement body, string path)
    {
        var schema = seen.Context.Schemas.Effective(written, seen.Specification);
        if (body.ValueKind is JsonValueKind.Array && schema.Items is { } items)
        {
            return body.EnumerateArray().SelectMany((e, i) => Objects(seen, items, e, $"{path}[{i}]"));
        }

        if (body.ValueKind is not JsonValueKind.Object)
        {
            return [];
        }

        var inner = schema.Properties.SelectMany(p =>
            body.TryGetProperty(p.Name.Value, out var value)
                ? Objects(seen, p.Schema, value, Joined(path, p.Name.Value))
                : []
        );
        return
            UpdateTimes.PairIn(schema) is var (creation, update)
            && Time(body, creation.Name.Value) is { } created
            && Time(body, update.Name.Value) is { } updated
            ? inner.Prepend(new(update, Joined(path, update.Name.Value), updated, creation.Name.Value, created))
            : inner;
    }

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    // What is no time is the schema's business.
    private static DateTimeOffset? Time(JsonElement body, string name) =>
        FieldPath.FindText(body, name) is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    private sealed record Times(
        SchemaProperty Field,
        string Path,
        DateTimeOffset Updated,
        string CreationName,
        DateTimeOffset Created
    );
}
