using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Conformance.Execution.Recording;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Wording;

/// <summary>
/// What was seen in a failed case as a mermaid <c>sequenceDiagram</c>: who sent what to whom, in the order of time, and
/// where it departed from the specification. Headers and bodies are left out, and with them ids of single requests.
/// </summary>
/// <param name="result">The case.</param>
/// <param name="subject">Which side of the contract was tested; decides the names.</param>
/// <param name="mask">Replaces secrets in a text.</param>
internal sealed class ObservedSequence(CaseResult result, RunSubject subject, Func<string, string> mask)
{
    private const int MostExchanges = 40;
    private const int LongestText = 200;
    private const int MostNotes = 3;

    private readonly StringBuilder text = new("sequenceDiagram\n");
    private readonly ImmutableDictionary<int, CheckResult> broken = result
        .Failures.Where(c => c is { Exchange: not null, Finding: not null })
        .GroupBy(c => c.Exchange!.Value)
        .ToImmutableDictionary(g => g.Key, g => g.First());

    /// <summary>The diagram, lines ending with a line feed; null unless the case failed and something was sent.</summary>
    public static string? Of(CaseResult result, RunSubject subject, Func<string, string> mask) =>
        result.Verdict is Verdict.Failed ? OfAny(result, subject, mask) : null;

    /// <summary>The diagram of a case whatever it came to; null when nothing was sent.</summary>
    public static string? OfAny(CaseResult result, RunSubject subject, Func<string, string> mask) =>
        result.Record?.Exchanges is [_, ..] exchanges
            ? new ObservedSequence(result, subject, mask).Draw(exchanges)
            : null;

    private string Draw(ImmutableArray<Exchange> exchanges)
    {
        var shown = Excerpted.Of(exchanges, MostExchanges, broken.Keys.Take(MostExchanges).ToHashSet());
        Line($"participant S as {Sender}");
        Line($"participant T as {Target}");
        if (exchanges.Any(e => e.Delivery is not null))
        {
            Line("participant R as Receiver");
        }

        var (omitted, step) = (shown.OmittedExchanges.Select(e => e.Index).DefaultIfEmpty(-1).First(), "");
        foreach (var moment in shown.Exchanges.SelectMany(Moments).OrderBy(m => m.At))
        {
            var exchange = moment.Exchange;
            if (omitted >= 0 && exchange.Index > omitted)
            {
                Note($"{shown.Omitted.ToString(CultureInfo.InvariantCulture)} further exchanges are not shown");
                omitted = -1;
            }

            if (!moment.IsEnd && exchange.Step != step)
            {
                Note(step = exchange.Step);
            }

            Draw(exchange, moment.IsEnd);
        }

        foreach (var check in result.Failures.Where(c => c is { Exchange: null, Finding: not null }).Take(MostNotes))
        {
            Note(Departure(check));
        }

        return text.ToString();
    }

    private string Sender => subject is RunSubject.Client ? "Client" : "Suite";

    private string Target =>
        subject switch
        {
            RunSubject.Client => "Provider",
            RunSubject.Receiver => "Receiver",
            _ => "Target",
        };

    private static IEnumerable<(DateTimeOffset At, Exchange Exchange, bool IsEnd)> Moments(Exchange exchange) =>
        [(exchange.SentAt, exchange, false), (exchange.SentAt + exchange.Duration, exchange, true)];

    private void Draw(Exchange exchange, bool isEnd)
    {
        var (from, to, arrow) = exchange.Delivery is null ? ("S", "T", "->>") : ("T", "R", "-)");
        var number = (exchange.Index + 1).ToString(CultureInfo.InvariantCulture);
        if (!isEnd)
        {
            Line($"{from}{arrow}{to}: {number}. {Plain(What(exchange))}");
            return;
        }

        var answers = exchange.Response is null ? "--x" : "-->>";
        Line($"{to}{answers}{from}: {number}. {Plain(ExchangeLine.Answer(exchange))}");
        if (broken.TryGetValue(exchange.Index, out var check))
        {
            Note(Departure(check));
        }
    }

    private static string Departure(CheckResult check) =>
        $"{check.Check}, expected {check.Finding!.Expected}, got {check.Finding.Actual}";

    private static string What(Exchange exchange) =>
        exchange.Delivery is { } delivery
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{delivery.EventType ?? exchange.Request.Method}{(delivery.Attempt > 1 ? $", attempt {delivery.Attempt}" : "")}"
            )
            : $"{exchange.Request.Method} {exchange.Request.Url.PathAndQuery}";

    private void Note(string what) => Line($"Note over S,T: {Plain(what)}");

    private void Line(string line) => text.Append("    ").Append(line).Append('\n');

    private static string Cut(string what) =>
        what.Length <= LongestText ? what : $"{BodyText.Cut(what, LongestText)}...";

    // Masked before anything else, for a secret that is written in codes would not be recognised.
    private string Plain(string what)
    {
        var plain = new StringBuilder();
        foreach (var rune in XmlSafe.Clean(Cut(mask(what))).EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                plain.Append(' ');
            }
            else if (rune.Value is '#' or ';' or '<' or '>' or '&' or '"' or '%' or '{' or '}' or '`')
            {
                plain.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
            else
            {
                plain.Append(rune);
            }
        }

        return plain.ToString().Trim() is { Length: > 0 } shown ? shown : "-";
    }
}
