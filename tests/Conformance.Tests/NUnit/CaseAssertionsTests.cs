using Conformance.NUnit;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Tests.Run;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace Conformance.Tests.NUnit;

/// <summary>What NUnit is told of a case.</summary>
public sealed class CaseAssertionsTests
{
    [Test]
    public void A_failed_case_reports_all_its_failed_checks_and_the_command_that_repeats_it()
    {
        var failure = Reported<AssertionException>(
            Result(Verdict.Failed, Broken("note.first", "body, text"), Broken("note.second", "header {X-Id}")) with
            {
                Repeat = "curl http://localhost/notes",
            }
        );

        failure.Message.Should().Contain("note.first").And.Contain("note.second");
        failure.Message.Should().Contain("header {X-Id}", "braces of a path are no template");
        failure.Message.Should().Contain("curl http://localhost/notes");
    }

    [Test]
    public void A_failed_case_fails_even_when_no_check_tells_why() =>
        Reported<AssertionException>(Result(Verdict.Failed)).Message.Should().Contain("FAILED");

    [Test]
    public void An_inconclusive_case_is_inconclusive_with_its_reason() =>
        Reported<InconclusiveException>(Result(Verdict.Inconclusive) with { Reason = "no such state" })
            .Message.Should()
            .Contain("no such state");

    [Test]
    public void A_skipped_case_is_ignored_with_its_reason() =>
        Reported<IgnoreException>(Result(Verdict.Skipped) with { Reason = "not here" }).Message.Should().Be("not here");

    [Test]
    public void An_error_fails() =>
        Reported<AssertionException>(Result(Verdict.Error) with { Reason = "a defect" })
            .Message.Should()
            .Contain("a defect");

    [Test]
    public void A_passed_case_passes() =>
        FluentActions.Invoking(() => CaseAssertions.Report(Result(Verdict.Passed))).Should().NotThrow();

    private static T Reported<T>(CaseResult result)
        where T : Exception
    {
        // NUnit notes failed assertions in the running test, too; this one is only looked at.
        using var isolated = new TestExecutionContext.IsolatedContext();
        return FluentActions.Invoking(() => CaseAssertions.Report(result)).Should().Throw<T>().Which;
    }

    private static CaseResult Result(Verdict verdict, params CheckResult[] checks) =>
        new()
        {
            Case = Notes.Plan().Cases[0],
            Verdict = verdict,
            Checks = [.. checks],
        };

    private static CheckResult Broken(string requirement, string where) =>
        new(
            "SomethingHolds",
            new Requirement(
                requirement,
                RequirementLevel.Must,
                RequirementBasis.Contract,
                "The target MUST hold.",
                SourceLocation.None
            ),
            CheckOutcome.Broken,
            0,
            new Finding(where, "this", "that", "either way")
        );
}
