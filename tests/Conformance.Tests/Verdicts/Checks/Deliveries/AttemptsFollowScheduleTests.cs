using Conformance.Execution.Recording;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class AttemptsFollowScheduleTests : DeliveryCheckTests
{
    protected override string Check => nameof(AttemptsFollowSchedule);

    protected override CaseExpectation Expectation { get; } =
        new AttemptsFollowSchedule(Sample.Must(), Step, Delivered.Times);

    protected override IEnumerable<Scene> Holding =>
        [
            new(
                "as offsets",
                Seen(new Delivered { Status = 500 }, Delivered.After(1), Delivered.After(5), Delivered.After(30))
            ),
            new(
                "as gaps",
                Seen(new Delivered { Status = 500 }, Delivered.After(1), Delivered.After(6), Delivered.After(36))
            ),
            new(
                "with jitter",
                Seen(new Delivered { Status = 500 }, Delivered.After(1.09), Delivered.After(5.4), Delivered.After(28))
            ),
            new(
                "some time between two moves of the clock",
                Seen(
                    new Delivered { Status = 500 },
                    Delivered.After(1.2) with
                    {
                        OrEarlier = TimeSpan.FromSeconds(15),
                    },
                    Delivered.After(6.7) with
                    {
                        OrEarlier = TimeSpan.FromMinutes(2),
                    },
                    Delivered.After(39) with
                    {
                        OrEarlier = TimeSpan.FromMinutes(12),
                    }
                )
            ),
            new("and another one, in another step", All().Delivering(Delivered.After(60), "later")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("too early", Seen(new Delivered { Status = 500 }, Delivered.After(0.5))),
            new("too late", Seen(new Delivered { Status = 500 }, Delivered.After(2))),
            new(
                "one reading, then the other",
                Seen(new Delivered { Status = 500 }, Delivered.After(1), Delivered.After(6), Delivered.After(30))
            ),
            new("one too few", Seen(new Delivered { Status = 500 }, Delivered.After(1), Delivered.After(5))),
            new(
                "one too many",
                Seen(
                    new Delivered { Status = 500 },
                    Delivered.After(1),
                    Delivered.After(5),
                    Delivered.After(30),
                    Delivered.After(60)
                )
            ),
        ];

    [Test]
    public void A_step_that_was_cut_short_shows_nothing()
    {
        var obstacle = new Obstacle(ObstacleKind.RunLimit, "allow a longer run", Step);

        foreach (var seen in new[] { All(), Seen(new Delivered { Status = 500 }), Seen() })
        {
            OutcomesOf((seen with { Obstacle = obstacle }).Judge()).Should().Equal(CheckOutcome.NotJudged);
        }
    }

    [Test]
    public void The_attempt_is_shown_that_the_reading_which_holds_longest_misses() =>
        Seen(new Delivered { Status = 500 }, Delivered.After(1), Delivered.After(6), Delivered.After(30))
            .Judge()
            .Failures.Single()
            .Exchange.Should()
            .Be(4, "gaps hold until the fourth attempt, offsets until the third only");

    private Recorded All() =>
        Seen(new Delivered { Status = 500 }, Delivered.After(1), Delivered.After(5), Delivered.After(30));

    [Test]
    public void A_late_attempt_is_told_with_both_readings()
    {
        var finding = Seen(new Delivered { Status = 500 }, Delivered.After(1), Delivered.After(12))
            .Judge()
            .Failures.Single()
            .Finding!;

        finding
            .Expected.Should()
            .Be(
                "attempt 3 4 min 30 s to 5 min 30 s (read as offsets) or 5 min 30 s to 6 min 30 s (read as gaps) after the first (specs/sample.yaml:41)"
            );
        finding.Actual.Should().Be("it came 12 min after the first, by the target's clock");
    }
}
