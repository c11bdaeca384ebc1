namespace Conformance.Verdicts.Gating;

/// <summary>
/// What a sample says of a percentile with 95 % confidence, whatever the distribution: bounds are measured values
/// themselves, picked by how many of a sample lie below a percentile (a binomial count; Conover, Practical
/// Nonparametric Statistics, 3.2).
/// </summary>
public static class QuantileBounds
{
    private const double Confidence = 0.95;

    /// <summary>The least number of samples from which an upper bound can be told: 59 for the 95th percentile, 299 for the 99th.</summary>
    /// <param name="percentile">From 1 to 99.</param>
    public static int LeastSamples(int percentile) =>
        (int)Math.Ceiling(Math.Log(1 - Confidence) / Math.Log(percentile / 100.0));

    /// <summary>
    /// The rank (from 1) of the ordered value that the percentile does not exceed, with 95 % confidence; null when there
    /// are too few samples.
    /// </summary>
    /// <param name="samples">Number of samples.</param>
    /// <param name="percentile">From 1 to 99.</param>
    public static int? UpperRank(int samples, int percentile)
    {
        // P(X_(k) >= q) = P(Bin(n, p) <= k - 1).
        var below = 0.0;
        for (var k = 1; k <= samples; k++)
        {
            below += Probability(samples, k - 1, percentile / 100.0);
            if (below >= Confidence)
            {
                return k;
            }
        }

        return null;
    }

    /// <summary>
    /// The rank (from 1) of the ordered value that the percentile is not below, with 95 % confidence; null when there
    /// are too few samples.
    /// </summary>
    /// <param name="samples">Number of samples.</param>
    /// <param name="percentile">From 1 to 99.</param>
    public static int? LowerRank(int samples, int percentile)
    {
        // P(X_(k) <= q) = 1 - P(Bin(n, p) <= k - 1).
        var below = 0.0;
        int? rank = null;
        for (var k = 1; k <= samples; k++)
        {
            below += Probability(samples, k - 1, percentile / 100.0);
            if (1 - below < Confidence)
            {
                break;
            }

            rank = k;
        }

        return rank;
    }

    // By logarithms: the powers of a sample of thousands are smaller than a double can tell from zero.
    private static double Probability(int n, int k, double p) =>
        Math.Exp(
            LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k) + (k * Math.Log(p)) + ((n - k) * Math.Log(1 - p))
        );

    // Stirling's series is exact to a double from 10 on.
    private static double LogFactorial(int n)
    {
        if (n < 10)
        {
            var product = 1.0;
            for (var i = 2; i <= n; i++)
            {
                product *= i;
            }

            return Math.Log(product);
        }

        double x = n;
        return (x * Math.Log(x))
            - x
            + (0.5 * Math.Log(2 * Math.PI * x))
            + (1 / (12 * x))
            - (1 / (360 * x * x * x))
            + (1 / (1260 * x * x * x * x * x));
    }
}
