namespace Conformance.Reports.Html.Evidence;

/// <summary>Two texts line by line: what they share, what only one of them has.</summary>
internal static class LineDifference
{
    // The table of the comparison grows with the product of both.
    private const int MostLines = 400;

    /// <summary>The lines of both in order, each after a blank (in both), a minus or a plus; null when they are too long.</summary>
    /// <param name="first">The first text.</param>
    /// <param name="second">The second text.</param>
    public static IReadOnlyList<string>? Of(string first, string second)
    {
        var (a, b) = (first.Split('\n'), second.Split('\n'));
        return a.Length > MostLines || b.Length > MostLines ? null : Walk(a, b, CommonLengths(a, b));
    }

    private static List<string> Walk(string[] a, string[] b, int[,] common)
    {
        var lines = new List<string>(a.Length + b.Length);
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && Same(a[i], b[j]))
            {
                lines.Add($" {b[j]}");
                (i, j) = (i + 1, j + 1);
            }
            else if (i < a.Length && (j == b.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add($"-{a[i++]}");
            }
            else
            {
                lines.Add($"+{b[j++]}");
            }
        }

        return lines;
    }

    // How many lines the ends of both have in common, from each pair of places on.
    private static int[,] CommonLengths(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = Same(a[i], b[j])
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    // The comma after a value belongs to what follows it.
    private static bool Same(string a, string b) => a.AsSpan().TrimEnd(',').SequenceEqual(b.AsSpan().TrimEnd(','));
}
