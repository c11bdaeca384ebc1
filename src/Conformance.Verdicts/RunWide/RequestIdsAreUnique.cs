using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// An error's request id leads support to one request. An id that the client sent itself may come back as often as it
/// was sent, and so may one whose request carried a malformed id of its own.
/// </summary>
internal sealed class RequestIdsAreUnique : RunInvariant
{
    private readonly SeenIds ids = new();
    private ErrorFormat? format;
    private int errors;

    /// <inheritdoc />
    public override void Observe(SeenExchange seen)
    {
        if (
            !seen.IsError
            || seen.Specification.ErrorFormat is not { Roles.RequestId: { } field } declared
            || FieldPath.FindText(seen.Json, field) is not { } id
        )
        {
            return;
        }

        errors++;
        format = declared;
        if (BringsItsOwn(seen, id))
        {
            return;
        }

        ids.Note(id, new(seen.Of.Case.Id, IdempotencyKeys.Of(seen), seen.Exchange.SentAt), seen.Exchange);
    }

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments)
    {
        if (errors < 2)
        {
            return RunJudgement.NothingSeen(
                "several errors with request ids",
                string.Create(CultureInfo.InvariantCulture, $"{errors} of them")
            );
        }

        var field = format!.Roles.RequestId!;
        return RunJudgement.Broken([
            .. ids
                .Repetitions.GroupBy(r => r.Id)
                .OrderByDescending(g => g.Count())
                .Select(g =>
                    (
                        new Finding(
                            $"error bodies, {FieldPath.Display(field)}",
                            Cited.At($"another {field} for each request", format.Location),
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"\"{Excerpt.OfText(g.Key, 60)}\" in {g.Count() + 1} errors: first in {g.First().First.CaseId}, again in {g.First().CaseId}"
                            ),
                            $"make {field} when the request comes in, from a source that does not repeat"
                        ),
                        ImmutableArray.Create(g.First().Again)
                    )
                ),
        ]);
    }

    // Any tracing header counts, whatever the specification calls it: its value is a UUID of ours, or malformed.
    private static bool BringsItsOwn(SeenExchange seen, string id) =>
        seen.Exchange.Request.Headers.Any(h =>
            IsTracing(h.Key)
            && (h.Value.Trim().Equals(id.Trim(), StringComparison.OrdinalIgnoreCase) || !Guid.TryParse(h.Value, out _))
        );

    private static bool IsTracing(string header) =>
        header.EndsWith("-id", StringComparison.OrdinalIgnoreCase)
        || header.EndsWith("_id", StringComparison.OrdinalIgnoreCase);
}
