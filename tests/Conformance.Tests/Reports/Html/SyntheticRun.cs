using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using Conformance.Verdicts.Results;

namespace Conformance.Tests.Reports.Html;

/// <summary>Runs that were never carried out: a large one, and one against a target that answers with markup.</summary>
internal static class SyntheticRun
{
    /// <summary>Leaves a trace in the page where it is ever parsed as markup.</summary>
    public const string Attack =
        "</script></style></template></pre>\"'><img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
        + "<svg onload=alert(1)><a href=\"javascript:alert(1)\">x</a>{{7*7}}<!-- \u2028\u2029 \u0000 &lt;b&gt; ${1}";

    /// <summary>A run of many cases, every tenth of which failed, each with an exchange.</summary>
    public static RunResult Of(int count) =>
        SampleRun.Result with
        {
            Cases = [.. Enumerable.Range(0, count).Select(Case)],
        };

    /// <summary>Everything that a target or a specification can say is the attack.</summary>
    public static RunResult Hostile { get; } =
        SampleRun.Result with
        {
            Run = SampleRun.Run with { Environment = Attack },
            Notes = [Attack],
            LeftBehind = [Attack],
            Cases =
            [
                HostileCase("hostile/failed", Verdict.Failed, CheckOutcome.Broken),
                HostileCase("hostile/warned", Verdict.Passed, CheckOutcome.Warned),
                HostileCase("hostile/open", Verdict.Inconclusive, CheckOutcome.NotJudged),
                HostileCase("hostile/observed", Verdict.Passed, CheckOutcome.Observed),
            ],
        };

    private static CaseResult Case(int i)
    {
        var number = i.ToString("0000", CultureInfo.InvariantCulture);
        var isFailed = i % 10 == 0;
        var kind = (ScenarioKind)(i % 7);
        var result = SampleRun.Case($"synthetic/{kind}/{number}", $"Case {number} of {kind}", kind);
        return !isFailed
            ? result with
            {
                Checks = [SampleRun.Held("StatusIs", 1)],
            }
            : result with
            {
                Verdict = Verdict.Failed,
                Checks = [Check(CheckOutcome.Broken, "response 201, body, $.order_id", "text", $"number {number}")],
                Repeat = $"curl http://127.0.0.1/{number}",
            };
    }

    private static CaseResult HostileCase(string id, Verdict verdict, CheckOutcome outcome)
    {
        var exchange = SampleRun.Sent(
            0,
            "send",
            200,
            $"{{\"order_id\":{System.Text.Json.JsonSerializer.Serialize(Attack)},\"raw\":\"</script>\"}}"
        );
        exchange = exchange with
        {
            Request = exchange.Request with { Headers = [new("X-Hostile", Attack)], Body = Bytes(Attack) },
            Response = exchange.Response! with
            {
                Reason = Attack,
                Headers = [new("X-Hostile", Attack), new(Attack, "1")],
            },
        };
        var broken = exchange with { Index = 1, Response = null, Failure = new(TransportFailureKind.Protocol, Attack) };
        var markup = exchange with { Index = 2, Response = exchange.Response with { Body = Bytes(Attack) } };
        var result = SampleRun.Recorded(
            SampleRun.Case(id, Attack, ScenarioKind.EdgeCases),
            verdict,
            exchange,
            broken,
            markup
        );
        return result with
        {
            Reason = Attack,
            Repeat = Attack,
            Smallest = new(Attack, Attack, 3),
            Record = result.Record! with { Notes = [Attack] },
            Case = result.Case with { NotObserved = [Attack], Tags = [Attack] },
            Checks =
            [
                Check(outcome, "response 200, body, $.order_id", Attack, Attack),
                Check(outcome, "response 200, status line", Attack, Attack),
                Check(outcome, "response 200, header X-Hostile", Attack, Attack),
            ],
        };
    }

    private static CheckResult Check(CheckOutcome outcome, string where, string expected, string actual) =>
        new(
            "BodyMatches",
            SampleRun.MustMatch,
            outcome,
            where.Contains("201") ? 1 : 0,
            new(where, expected, actual, expected) { Cause = $"{where} {outcome}" }
        );

    private static ReadOnlyMemory<byte> Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
