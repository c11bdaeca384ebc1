using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// An operation publishes one limit. Several are right only where several windows are published, for one header cannot
/// say which of them it describes (STANDARDS RTL-23). Responses to unknown callers and broken servers are left out.
/// </summary>
internal sealed class LimitIsConstant : RunInvariant
{
    private const int MostValues = 16;
    private readonly Dictionary<Endpoint, List<Value>> byOperation = new(ReferenceEqualityComparer.Instance);
    private int readings;

    /// <inheritdoc />
    public override void Observe(SeenExchange seen)
    {
        var name = seen.Specification.RateLimits?.Headers?.Limit;
        if (
            seen.Endpoint is not { } endpoint
            || seen.Status is 401 or >= 500
            || RateLimitReading.Integer(seen, name) is not { } limit
        )
        {
            return;
        }

        readings++;
        if (!byOperation.TryGetValue(endpoint, out var values))
        {
            byOperation.Add(endpoint, values = []);
        }

        var index = values.FindIndex(v => v.Limit == limit);
        if (index >= 0)
        {
            values[index] = values[index] with { Count = values[index].Count + 1 };
        }
        else if (values.Count < MostValues)
        {
            var published = PublishedLimits.Of(seen.Context, endpoint);
            values.Add(new(limit, 1, seen.Exchange, seen.Of.Case.Id, name!, published.Any(l => l.Requests == limit)));
        }
    }

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments) =>
        byOperation.Values.Any(v => v.Sum(x => x.Count) > 1)
            ? RunJudgement.Broken([.. byOperation.SelectMany(o => Findings(o.Key, o.Value))])
            : RunJudgement.NothingSeen(
                "several responses of one operation that publish its limit",
                $"{readings} of them"
            );

    private static IEnumerable<(Finding, ImmutableArray<Exchange>)> Findings(Endpoint endpoint, List<Value> values)
    {
        var usual = values.OrderByDescending(v => v.IsPublished).ThenByDescending(v => v.Count).First();
        foreach (var other in values.Where(v => v != usual && !v.IsPublished))
        {
            yield return (
                new Finding(
                    $"{endpoint.Name}, header {other.Header.Value}",
                    Cited.At(Times(usual), other.Header.Location),
                    $"{Times(other)}, first with status {other.Shown.Response!.Status} in {other.CaseId}",
                    $"send the operation's limit in {other.Header.Value} with every response, whatever its status"
                ),
                [usual.Shown, other.Shown]
            );
        }
    }

    private static string Times(Value value) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Limit}, as {value.Count} {(value.Count == 1 ? "response says" : "responses say")}"
        );

    private sealed record Value(
        long Limit,
        int Count,
        Exchange Shown,
        string CaseId,
        Located<string> Header,
        bool IsPublished
    );
}
