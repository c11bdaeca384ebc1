using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Rendering;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Rendering;

internal sealed class FindingRendererTests
{
    private static readonly StatusIs Created = new(Sample.Must() with { References = ["HTTP-25"] }, [201]);

    [Test]
    public void A_failure_tells_a_stranger_everything() =>
        FindingRenderer
            .Render(Recorded.Step(Created).Answering(400, Sample.Error("VALIDATION_ERROR", "no stock")).Judge())
            .Should()
            .Be(
                """
                FAILED  create-order/sample
                an order is created

                The target MUST do as it is told.  (MUST, by contract; sample.requirement, HTTP-25)

                  where     response 400, status line
                  expected  201 (specs/sample.yaml:41)
                  actual    400, VALIDATION_ERROR: no stock
                  fix       answer this request with 201, or change what the specification demands of it
                  repeat    curl -X POST https://api.example.com/orders -H 'Authorization: Bearer ***' -H 'Content-Type: application/json' --data-raw '{"customer_id":"CUST-1"}'

                """.ReplaceLineEndings("\n")
            );

    [Test]
    public void A_case_that_was_left_open_says_why()
    {
        var result = Recorded.Step(new FieldIs(Sample.Must(), "a", Sample.Json("1")), Created).Judge();

        FindingRenderer
            .Render(result)
            .Should()
            .StartWith(
                """
                INCONCLUSIVE  create-order/sample
                an order is created
                  reason    step create: the step was not carried out

                not judged: The target MUST do as it is told.
                """.ReplaceLineEndings("\n")
            );
    }

    [Test]
    public void A_passed_case_shows_its_warnings()
    {
        var result = Recorded
            .Step(Created, new HeaderIs(Sample.Should(), "Location", null, null))
            .Answering(201, Sample.Order)
            .Judge();

        result.Verdict.Should().Be(Verdict.Passed);
        FindingRenderer.Render(result).Should().StartWith("PASSED").And.Contain("warning: The target SHOULD");
    }

    [Test]
    public void A_cause_of_many_cases_says_how_often_where_and_in_which()
    {
        var one = Recorded.Step(Created).Answering(418).Judge();
        var cases = Enumerable
            .Range(0, 3)
            .Select(i => one with { Case = one.Case with { Id = $"case-{i}" } })
            .ToArray();
        var together = RunFindings.Group(cases).FailuresTogether.First();

        FindingRenderer
            .Render(together)
            .Should()
            .StartWith("FAILED  3 x  status line and body  (first: case-0)\nan order is created\n")
            .And.Contain("also in   case-1, case-2\n")
            .And.Contain("repeat    curl");
    }

    [Test]
    public void A_cause_of_one_case_is_told_with_its_title()
    {
        var result = Recorded.Step(Created).Answering(418, Sample.Error("TEAPOT", "short")).Judge();

        FindingRenderer
            .Render(RunFindings.Group([result]).FailuresTogether.First())
            .Should()
            .StartWith("FAILED  create-order/sample\nan order is created\n")
            .And.NotContain("also in");
    }

    [TestCase(60)]
    [TestCase(80)]
    [TestCase(200)]
    public void Lines_keep_to_the_width_except_for_the_command(int width)
    {
        var result = Recorded
            .Step(Created)
            .Answering(400, Sample.Error("VALIDATION_ERROR", new string('x', 500)))
            .Judge();

        FindingRenderer
            .Render(result, width)
            .Split('\n')
            .Where(line => !line.Contains("curl", StringComparison.Ordinal))
            .Should()
            .OnlyContain(line => line.Length <= width);
    }

    [Test]
    public void A_narrow_terminal_loses_nothing()
    {
        var result = Recorded
            .Step(Created)
            .Answering(400, Sample.Error("VALIDATION_ERROR", "one two three four five six seven eight nine"))
            .Judge();

        string.Join(' ', FindingRenderer.Render(result, 10).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Should()
            .Contain("VALIDATION_ERROR: one two three four five six seven eight nine");
    }

    [Test]
    public void Other_cases_of_the_same_cause_are_named()
    {
        var one = Recorded.Step(Created).Answering(418).Judge();
        var cases = Enumerable
            .Range(0, 8)
            .Select(i => one with { Case = one.Case with { Id = $"case-{i}" } })
            .ToArray();

        FindingRenderer
            .Render(cases[0], 300, RunFindings.Group(cases))
            .Should()
            .Contain("also in   case-1, case-2, case-3, case-4, case-5 and 2 more");
    }
}
