using System.Text;
using Conformance.Verdicts.Rendering;
using Conformance.Verdicts.Results;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Given;

/// <summary>One recorded case and what it shows.</summary>
internal sealed record Scene(string Name, Recorded Recorded);

/// <summary>
/// What the tests of every check and invariant must show: that it holds, that it breaks, and that nothing a target
/// sends makes it crash, hold by accident, or print raw bytes.
/// </summary>
internal abstract class CheckTests
{
    /// <summary>Answers that no honest target sends.</summary>
    private static readonly (string Name, byte[] Body)[] HostileBodies =
    [
        ("no body", []),
        ("no JSON", Encoding.UTF8.GetBytes("<html><h1>502 Bad Gateway</h1></html>")),
        (
            "terminal escapes",
            Encoding.UTF8.GetBytes("\u001b[2J\u001b]0;owned\u0007\r\n::error::owned\n##vso[task.complete]\u202e")
        ),
        (
            "escapes in JSON",
            Encoding.UTF8.GetBytes(
                """{"\u001b[2J":"\u202e\u0000","error_code":"\u001b[31m::error::x","order_id":"\u001b[2J"}"""
            )
        ),
        ("an array", Encoding.UTF8.GetBytes("[[1,2],{}]")),
        ("null", Encoding.UTF8.GetBytes("null")),
        (
            "wrong types",
            Encoding.UTF8.GetBytes("""{"error_code":7,"message":[],"details":"x","order_id":{"a":1},"status":null}""")
        ),
        ("details of wrong types", Encoding.UTF8.GetBytes("""{"details":[1,null,[],{"field":3},"x"]}""")),
        ("duplicate names", Encoding.UTF8.GetBytes("""{"order_id":"a","order_id":"b"}""")),
        ("a lone surrogate", Encoding.UTF8.GetBytes("""{"order_id":"\ud800","error_code":"\udfff"}""")),
        ("invalid UTF-8", [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
        ("deep nesting", Encoding.UTF8.GetBytes(new string('[', 50_000))),
        (
            "a huge number",
            Encoding.UTF8.GetBytes($$"""{"order_id":1{{new string('0', 5000)}},"details":1e999999999}""")
        ),
        ("a huge text", Encoding.UTF8.GetBytes($$"""{"order_id":"{{new string('x', 2_000_000)}}"}""")),
    ];

    private static readonly (string, string)[] HostileHeaders =
    [
        ("Content-Type", "application/json"),
        ("Content-Type", "\u001b[31m"),
        ("X-RateLimit-Limit", "100"),
        ("X-RateLimit-Limit", "100"),
        ("X-RateLimit-Remaining", "-1"),
        ("X-RateLimit-Reset", "99999999999999999999999999"),
        ("Retry-After", "1.5"),
        ("Retry-After", "\u001b[31m::error::x"),
    ];

    protected abstract string Check { get; }

    protected abstract IEnumerable<Scene> Holding { get; }

    protected abstract IEnumerable<Scene> Breaking { get; }

    /// <summary>A case in which the target gave a hostile answer.</summary>
    protected abstract Recorded Hostile(byte[] body, (string Name, string Value)[] headers);

    /// <summary>Whether the sentence does not look at what is hostile here, and may hold all the same.</summary>
    protected virtual bool MayHoldForHostileAnswers => false;

    protected virtual CheckOutcome HoldingOutcome => CheckOutcome.Held;

    protected virtual CheckOutcome BrokenOutcome => CheckOutcome.Broken;

    [Test]
    public void It_holds()
    {
        var scenes = Holding.ToArray();
        scenes.Should().NotBeEmpty();
        using var scope = new AssertionScope();
        foreach (var scene in scenes)
        {
            OutcomesOf(scene.Recorded.Judge())
                .Should()
                .NotBeEmpty(scene.Name)
                .And.OnlyContain(o => o == HoldingOutcome, scene.Name);
        }
    }

    [Test]
    public void It_breaks_and_says_where_and_what_to_do()
    {
        var scenes = Breaking.ToArray();
        scenes.Should().NotBeEmpty();
        using var scope = new AssertionScope();
        foreach (var scene in scenes)
        {
            var broken = scene
                .Recorded.Judge()
                .Checks.FirstOrDefault(c => c.Check == Check && c.Outcome == BrokenOutcome);
            (broken is not null).Should().BeTrue($"{scene.Name} should break {Check}");
            if (broken?.Finding is { } finding)
            {
                new[] { finding.Where, finding.Expected, finding.Actual, finding.Fix }
                    .Should()
                    .OnlyContain(text => !string.IsNullOrWhiteSpace(text), scene.Name);
                // A header that is missing is one cause, whichever check misses it.
                finding.Cause.Should().MatchRegex($"^({Check}|missing) \\| ");
            }
        }
    }

    [Test]
    public void Hostile_answers_neither_crash_it_nor_pass_nor_show_through()
    {
        using var scope = new AssertionScope();
        foreach (var (name, body) in HostileBodies)
        {
            Survives(name, Hostile(body, []));
            Survives($"{name}, hostile headers", Hostile(body, HostileHeaders));
        }
    }

    protected IEnumerable<CheckOutcome> OutcomesOf(CaseResult result) =>
        result.Checks.Where(c => c.Check == Check).Select(c => c.Outcome);

    private void Survives(string name, Recorded recorded)
    {
        var result = recorded.Judge();
        result.Verdict.Should().NotBe(Verdict.Error, $"{name}: {result.Reason}");
        if (!MayHoldForHostileAnswers)
        {
            OutcomesOf(result).Should().NotContain(CheckOutcome.Held, name);
        }

        var text = FindingRenderer.Render(result);
        text.Should().NotMatchRegex(@"[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]", name);
        text.Should().NotContain("##vso[", name).And.NotContain("::error", name);
        text.Length.Should().BeLessThan(40_000, name);
    }
}
