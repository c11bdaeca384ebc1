using System.Collections.Immutable;
using Conformance.Specification.Configuration;
using Conformance.Specification.Model;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Gating;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Gating;

internal sealed class WaiverBookTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    [TestCase("create-order.response.201.body")]
    [TestCase("create-order.response.*")]
    public void A_waived_failure_is_shown_as_waived_and_never_as_passed(string requirement)
    {
        var waived = Book(Waiver(requirement)).Apply(SampleRun.Failed);

        waived.Verdict.Should().Be(Verdict.Skipped);
        waived.Reason.Should().Be("waived until 2027-01-31 by Ada: the gateway strips it, GW-12 (waivers.yaml:3)");
        waived.Checks.Select(c => c.Outcome).Should().Equal(CheckOutcome.Held, CheckOutcome.Waived);
        waived.Failures.Should().BeEmpty();
    }

    [Test]
    public void What_else_a_case_fails_for_fails_it_still()
    {
        var other = SampleRun.Failed.Failures.Single() with { Requirement = SampleRun.ShouldLocate };
        var failed = SampleRun.Failed with { Checks = SampleRun.Failed.Checks.Add(other) };

        var result = Book(Waiver("create-order.response.201.body")).Apply(failed);

        result.Verdict.Should().Be(Verdict.Failed);
        result.Failures.Should().Equal(other);
    }

    [Test]
    public void An_expired_waiver_waives_nothing_and_says_so()
    {
        var book = Book(Waiver("create-order.*") with { Expires = Today.AddDays(-1) });

        book.Apply(SampleRun.Failed).Should().BeSameAs(SampleRun.Failed);
        book.Notes([SampleRun.Failed])
            .Should()
            .Equal(
                "The waiver of create-order.* (waivers.yaml:3) expired on 2026-11-26; Ada answers for it. What it waived fails again."
            );
    }

    [Test]
    public void A_waiver_holds_on_its_last_day() =>
        Book(Waiver("create-order.*") with { Expires = Today })
            .Apply(SampleRun.Failed)
            .Verdict.Should()
            .Be(Verdict.Skipped);

    [Test]
    public void A_waiver_without_use_is_told() =>
        Book(Waiver("delete-order.*"))
            .Notes([SampleRun.Failed])
            .Should()
            .Equal(
                "The waiver of delete-order.* (waivers.yaml:3) waived nothing in this run. Remove it when the target is repaired."
            );

    [Test]
    public void What_passes_is_left_alone() =>
        Book(Waiver("*")).Apply(SampleRun.Passed).Should().BeSameAs(SampleRun.Passed);

    private static WaiverBook Book(params ImmutableArray<Waiver> waivers) => new(waivers, Today);

    private static Waiver Waiver(string requirement) =>
        new(
            requirement,
            "the gateway strips it, GW-12",
            "Ada",
            new DateOnly(2027, 1, 31),
            new SourceLocation("waivers.yaml", 3, 5, 3, 9, "")
        );
}
