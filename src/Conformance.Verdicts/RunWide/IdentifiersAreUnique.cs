using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// A created resource has an identifier that no other has. Identifiers are compared below the same path only, for a
/// nested resource may be numbered within its parent; not where clients choose them or resources are deleted; and not
/// across a change of the target's state, which may have emptied its store.
/// </summary>
internal sealed class IdentifiersAreUnique : RunInvariant
{
    private readonly SeenIds ids = new();
    private readonly Dictionary<string, ResourceRole> roles = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override void Observe(SeenExchange seen)
    {
        if (
            seen.Endpoint is not { Resource: { Action: ResourceAction.Create } role } endpoint
            || seen.Status != 201
            || endpoint.Method.Value is not "POST"
            || IsDeletable(seen.Specification, role)
            || IdOf(seen, role) is not { } id
            || seen.Exchange.Request.Body.Span.IndexOf(System.Text.Encoding.UTF8.GetBytes(id)) >= 0
        )
        {
            return;
        }

        var scope = $"{seen.Exchange.Request.Url.AbsolutePath} {id}";
        roles.TryAdd(scope, role);
        ids.Note(scope, new(seen.Of.Case.Id, IdempotencyKeys.Of(seen), seen.Exchange.SentAt), seen.Exchange);
    }

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments)
    {
        if (ids.Looked < 2)
        {
            return RunJudgement.NothingSeen(
                "several created resources",
                string.Create(CultureInfo.InvariantCulture, $"{ids.Looked} of them")
            );
        }

        return RunJudgement.Broken([
            .. ids
                .Repetitions.Where(r => !moments.AnyBetween(Earlier(r), Later(r)))
                .Select(r => (Finding(r, roles[r.Id]), ImmutableArray.Create(r.Again)))
                .Take(10),
        ]);
    }

    private static string? IdOf(SeenExchange seen, ResourceRole role) =>
        seen.Json is { } body && FieldPath.Find(body, role.Identifier.Value) is { } value
            ? FieldPath.TextOf(value) ?? (value.ValueKind is JsonValueKind.Number ? value.GetRawText() : null)
            : null;

    private static DateTimeOffset Earlier(Repetition r) =>
        r.First.SentAt < r.Again.SentAt ? r.First.SentAt : r.Again.SentAt;

    private static DateTimeOffset Later(Repetition r) =>
        (r.First.SentAt < r.Again.SentAt ? r.Again.SentAt : r.First.SentAt) + r.Again.Duration;

    private static bool IsDeletable(IntegrationSpecification specification, ResourceRole role) =>
        specification.Endpoints.Any(e =>
            e.Resource is { Action: ResourceAction.Delete } other && other.Type.Value == role.Type.Value
        );

    private static Finding Finding(Repetition repetition, ResourceRole role) =>
        new(
            $"response 201, body, {FieldPath.Display(role.Identifier.Value)}",
            Cited.At($"an identifier that no other {role.Type.Value} has", role.Identifier.Location),
            $"\"{Excerpt.OfText(repetition.Id[(repetition.Id.IndexOf(' ', StringComparison.Ordinal) + 1)..], 60)}\" twice: in {repetition.First.CaseId} and in {repetition.CaseId}",
            $"make {role.Identifier.Value} from a source that never repeats, also for requests at the same time"
        );
}
