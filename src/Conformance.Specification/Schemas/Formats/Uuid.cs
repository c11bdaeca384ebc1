namespace Conformance.Specification.Schemas.Formats;

/// <summary>UUIDs of RFC 9562 in their 8-4-4-4-12 text form, either case, any version.</summary>
internal static class Uuid
{
    /// <summary>Whether the text is a UUID.</summary>
    /// <param name="text">The text.</param>
    public static bool IsUuid(string text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (var i = 0; i < 36; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
