using Conformance.Execution.Recording;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.RunWide;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.RunWide;

/// <summary>Whether the target may have been changed between the tenth and the twentieth second.</summary>
internal sealed class ControlMomentsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    [TestCase(5, 1, false, Description = "before")]
    [TestCase(9, 2, true, Description = "under way at the beginning")]
    [TestCase(8, 2, true, Description = "answered at the beginning")]
    [TestCase(10, 0, true, Description = "at the beginning")]
    [TestCase(15, 1, true, Description = "between")]
    [TestCase(20, 1, true, Description = "at the end")]
    [TestCase(21, 1, false, Description = "after")]
    public void A_call_counts_while_it_is_under_way(int second, int seconds, bool isBetween)
    {
        var moments = new ControlMoments();
        moments.Note(Call(second, seconds));

        moments.AnyBetween(Start.AddSeconds(10), Start.AddSeconds(20)).Should().Be(isBetween);
    }

    [Test]
    public void Calls_may_be_noted_in_any_order_and_after_a_question()
    {
        var moments = new ControlMoments();
        foreach (var second in new[] { 40, 5, 30, 2 })
        {
            moments.Note(Call(second, 1));
        }

        Between(10, 20).Should().BeFalse();
        Between(4, 6).Should().BeTrue();
        Between(25, 35).Should().BeTrue();
        moments.Note(Call(12, 1));
        Between(10, 20).Should().BeTrue();
        Between(6.5, 11.5).Should().BeFalse();

        bool Between(double from, double to) => moments.AnyBetween(Start.AddSeconds(from), Start.AddSeconds(to));
    }

    [Test]
    public void A_move_of_the_clock_is_such_a_call_and_a_step_is_none()
    {
        var moments = new ControlMoments();
        moments.Note(Call(15, 1) with { Purpose = ExchangePurpose.Step });
        moments.AnyBetween(Start, Start.AddSeconds(20)).Should().BeFalse();

        moments.Note(Call(15, 1) with { Purpose = ExchangePurpose.Clock });
        moments.AnyBetween(Start, Start.AddSeconds(20)).Should().BeTrue();
    }

    [Test]
    public void Where_there_were_too_many_to_keep_any_two_moments_may_have_one_between_them()
    {
        var moments = new ControlMoments();
        var call = Call(60, 1);
        for (var i = 0; i < 20_000; i++)
        {
            moments.Note(call);
        }

        moments.AnyBetween(Start, Start.AddSeconds(1)).Should().BeTrue();
    }

    private static Exchange Call(int second, int seconds) =>
        Recorded
            .Step()
            .Answering(200)
            .ChangeLast(e =>
                e with
                {
                    Purpose = ExchangePurpose.ProviderState,
                    SentAt = Start.AddSeconds(second),
                    Duration = TimeSpan.FromSeconds(seconds),
                }
            )
            .Exchanges[^1];
}
