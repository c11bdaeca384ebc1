namespace Conformance.Specification.Schemas.Formats;

/// <summary>JSON Pointers of RFC 6901 and relative JSON Pointers.</summary>
internal static class JsonPointerText
{
    /// <summary>Empty, or tokens that start with <c>/</c>; <c>~</c> only in <c>~0</c> and <c>~1</c>.</summary>
    /// <param name="text">The text.</param>
    public static bool IsPointer(string text) => IsPointer(text.AsSpan());

    /// <summary>A number of levels up, then a pointer or <c>#</c>.</summary>
    /// <param name="text">The text.</param>
    public static bool IsRelativePointer(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var end = digits < 0 ? text.Length : digits;
        if (end == 0 || (end > 1 && text[0] == '0'))
        {
            return false;
        }

        var rest = text.AsSpan(end);
        return rest is "#" || IsPointer(rest);
    }

    private static bool IsPointer(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && text[0] != '/')
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ('0' or '1')))
            {
                return false;
            }
        }

        return true;
    }
}
