using Conformance.Verdicts.Gating;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Gating;

/// <summary>Known answers: n with p^n &lt; 0.05, and the ranks of standard tables of order statistics.</summary>
internal sealed class QuantileBoundsTests
{
    [TestCase(50, 5)]
    [TestCase(95, 59)]
    [TestCase(99, 299)]
    public void An_upper_bound_takes_so_many_samples(int percentile, int least)
    {
        QuantileBounds.LeastSamples(percentile).Should().Be(least);
        QuantileBounds.UpperRank(least, percentile).Should().Be(least, "the greatest of them is the bound");
        QuantileBounds.UpperRank(least - 1, percentile).Should().BeNull();
    }

    // One-sided 95 % bounds of the median of 20: the 6th and the 15th of the ordered values (Conover, table A3).
    [Test]
    public void The_median_of_twenty_lies_between_the_sixth_and_the_fifteenth() =>
        (QuantileBounds.LowerRank(20, 50), QuantileBounds.UpperRank(20, 50)).Should().Be((6, 15));

    [Test]
    public void Of_thousands_the_bounds_lie_close_to_the_percentile()
    {
        QuantileBounds.LowerRank(10_000, 99).Should().BeInRange(9_880, 9_890);
        QuantileBounds.UpperRank(10_000, 99).Should().BeInRange(9_910, 9_920);
    }
}
