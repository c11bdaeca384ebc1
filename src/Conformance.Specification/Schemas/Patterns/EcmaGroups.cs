namespace Conformance.Specification.Schemas.Patterns;

/// <summary>The capturing groups of a pattern, found before parsing because a reference may precede its group.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Names">The numbers of the named ones.</param>
internal sealed record EcmaGroups(int Count, IReadOnlyDictionary<string, int> Names)
{
    /// <summary>Finds the groups.</summary>
    /// <param name="pattern">The pattern.</param>
    public static EcmaGroups In(string pattern)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[' or ']':
                    inClass = pattern[i] == '[';
                    break;
                case '(' when !inClass && NameAt(pattern, i) is { } name:
                    count++;
                    names[name] = count;
                    break;
            }
        }

        return new(count, names);
    }

    // The name of the capturing group that starts here, empty when it has none; null when it does not capture.
    private static string? NameAt(string pattern, int open)
    {
        var rest = pattern.AsSpan(open + 1);
        if (rest is not ['?', ..])
        {
            return "";
        }

        var end = rest.IndexOf('>');
        return rest is ['?', '<', not ('=' or '!'), ..] && end > 2 ? rest[2..end].ToString() : null;
    }
}
