using System.Text.Json;
using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A repetition has the key of what it repeats (STANDARDS CLI-19): without it the provider carries both out.</summary>
internal sealed class KeyIsKeptOnRetry : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Endpoints.FirstOrDefault(e => e.Idempotency is not null) is { Idempotency: { } rules }
            ?
            [
                Case(
                    ScenarioKind.Idempotency,
                    "key-is-kept-on-retry",
                    "Every repetition has the key and the body of the first attempt",
                    Demand.Contract(
                        "idempotency.key_kept",
                        $"The consumer MUST repeat a request with the {rules.Header.Value} and the body it had.",
                        rules.Header.Location,
                        "CLI-19"
                    ),
                    [.. Repeating(specification)],
                    seen => Judge(seen, rules.Header.Value)
                ),
            ]
            : [];

    private static IEnumerable<string> Repeating(IntegrationSpecification specification) =>
        specification
            .ErrorCodes.Where(c => c.Retry?.Kind is RetryKind.Backoff or RetryKind.AfterHeader)
            .Select(c => ErrorCodeScript.NameFor(specification, c))
            .OfType<string>()
            .Append(ResetAfterProcessing.Title)
            .Append(ResetBeforeProcessing.Title)
            .Append(UnauthorizedOnce.Title);

    private static Ruling Judge(Observation seen, string header)
    {
        var retries = (
            from trace in seen.Traces
            from call in seen.LogicalIn(trace)
            where call.First.Key is not null && call.IsRetried && MayBeRepeated(call.First)
            select call
        ).ToArray();
        if (retries.Length == 0)
        {
            var sendsKeys = seen.Calls.Any(c => c.Key is not null);
            var isRequired = seen.Habits.Operations.Any(e => e.Idempotency?.Required is true);
            return sendsKeys || isRequired
                ? new Ruling.NotProvoked($"the client repeated no request that had an {header}")
                : new Ruling.DoesNotApply($"the client sends no {header}, which is optional");
        }

        var changedKeys =
            from call in retries
            let other = call.Retries.FirstOrDefault(a => a.Key != call.First.Key)
            where other is not null
            select new Evidence(
                $"script {call.First.Script}, {call.First.Line}, {header}",
                $"'{call.First.Key}' in each attempt",
                $"'{other.Key ?? "none"}' in a later attempt: {Timeline.Of(call.Attempts)}",
                "make the key once for each operation, outside of the loop that repeats it",
                other
            );
        var changedBodies =
            from call in retries
            let other = call.Retries.FirstOrDefault(a => a.Key == call.First.Key && !IsSameBody(call.First, a))
            where other is not null
            select new Evidence(
                $"script {call.First.Script}, {call.First.Line}, body",
                "the same body in each attempt",
                "another body under the same key",
                "build the body once for each operation, outside of the loop that repeats it",
                other
            );
        return Ruling.By(changedKeys.Take(2).Concat(changedBodies.Take(2)));
    }

    // After any other refusal the client may think again, and then it is another operation.
    private static bool MayBeRepeated(SeenCall call) => call.Status is 0 or 401 or 408 or 429 or >= 500;

    private static bool IsSameBody(SeenCall first, SeenCall next)
    {
        if (first.Arrival.Body.Span.SequenceEqual(next.Arrival.Body.Span))
        {
            return true;
        }

        try
        {
            return JsonElement.DeepEquals(
                JsonElement.Parse(first.Arrival.Body.Span),
                JsonElement.Parse(next.Arrival.Body.Span)
            );
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
