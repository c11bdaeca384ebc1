namespace Conformance.Specification.Diagnostics;

/// <summary>Finds the word that was probably meant.</summary>
public static class NearestWord
{
    /// <summary>The nearest of the candidates, or null when none is near.</summary>
    /// <param name="candidates">The known words.</param>
    /// <param name="word">The word that was written.</param>
    public static string? Among(IEnumerable<string> candidates, string word)
    {
        string? nearest = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var distance =
                Same(candidate, word) ? 0
                : IsPart(candidate, word) ? 1
                : Distance(candidate.ToUpperInvariant(), word.ToUpperInvariant());
            if (distance < least)
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    private static bool Same(string left, string right) =>
        string.Equals(Bare(left), Bare(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>One is the beginning of the other: <c>happy</c> of <c>happy_path</c>.</summary>
    private static bool IsPart(string left, string right) =>
        Math.Min(left.Length, right.Length) >= 4
        && (
            left.StartsWith(right, StringComparison.OrdinalIgnoreCase)
            || right.StartsWith(left, StringComparison.OrdinalIgnoreCase)
        );

    private static string Bare(string word) =>
        word.Replace("_", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Edits between the two, a swap of neighbours counting as one (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8 || left.Length > 100)
        {
            return int.MaxValue;
        }

        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Step(rows, left, right, i, j);
            }
        }

        return rows[left.Length, right.Length];
    }

    private static int Step(int[,] rows, string left, string right, int i, int j)
    {
        var replaced = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}
