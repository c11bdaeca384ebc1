using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// A declared operation answers; it does not break the connection off, nor stop in the middle of a body whose length
/// it announced (RFC 9112 sections 6.3 and 8). One broken connection proves nothing: a server may be restarted, or a
/// network fail. It must break off again and again, and answer in between, so that it is there.
/// </summary>
internal sealed class AnswersArriveWhole : RunInvariant
{
    private const int Enough = 3;

    // Servers refuse what is too large without reading it to the end, and the connection with it.
    private const int LargestRequest = 64 * 1024;
    private const int MostKept = 2_000;

    private readonly Dictionary<string, List<(Exchange Exchange, string CaseId)>> broken = new(StringComparer.Ordinal);
    private readonly List<DateTimeOffset> answered = [];
    private int kept;

    /// <inheritdoc />
    public override void Observe(SeenExchange seen)
    {
        if (answered.Count < MostKept * 10)
        {
            answered.Add(seen.Exchange.SentAt + seen.Exchange.Duration);
        }
    }

    /// <inheritdoc />
    public override void ObserveFailure(SeenCase seen, Exchange exchange)
    {
        if (
            exchange is { Failure.Kind: TransportFailureKind.Protocol, Endpoint: { } endpoint }
            && endpoint.Method.Value == exchange.Request.Method
            && exchange.Request.Body.Length <= LargestRequest
            && seen.Context.Specification.Authentication?.Type.Value is not AuthenticationType.MutualTls
            && kept++ < MostKept
        )
        {
            broken.TryAdd(endpoint.Name, []);
            broken[endpoint.Name].Add((exchange, seen.Case.Id));
        }
    }

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments)
    {
        if (answered.Count == 0 && broken.Count == 0)
        {
            return RunJudgement.NothingSeen("answers of declared operations", "none");
        }

        answered.Sort();
        return RunJudgement.Broken([
            .. broken
                .Select(b => (Operation: b.Key, Separate: Separate(b.Value)))
                .Where(b => b.Separate.Length >= Enough)
                .OrderBy(b => b.Operation, StringComparer.Ordinal)
                .Select(b =>
                    (Finding(b.Operation, b.Separate), ImmutableArray.Create<Exchange>(b.Separate[0].Exchange))
                ),
        ]);
    }

    // Failures of one moment are one event: between two of them the target must have answered something.
    private (Exchange Exchange, string CaseId)[] Separate(List<(Exchange Exchange, string CaseId)> failures)
    {
        var separate = new List<(Exchange Exchange, string CaseId)>();
        foreach (var failure in failures.OrderBy(f => f.Exchange.SentAt))
        {
            var isFirst = separate.Count == 0;
            var last = isFirst ? default : separate[^1].Exchange.SentAt + separate[^1].Exchange.Duration;
            if (isFirst || AnsweredBetween(last, failure.Exchange.SentAt))
            {
                separate.Add(failure);
            }
        }

        return [.. separate];
    }

    private bool AnsweredBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var next = answered.BinarySearch(from);
        next = next < 0 ? ~next : next;
        return next < answered.Count && answered[next] <= to;
    }

    private static Finding Finding(string operation, (Exchange Exchange, string CaseId)[] separate) =>
        new(
            $"{operation}, connection",
            Cited.At("a whole answer to every request", separate[0].Exchange.Endpoint!.Location),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Excerpt.OfText(separate[0].Exchange.Failure?.Message)}, in {separate[0].CaseId}; again in {separate.Length - 1} other requests, while others were answered in between"
            ),
            "answer with a declared status, send as many bytes as Content-Length says, and keep the connection until then"
        );
}
