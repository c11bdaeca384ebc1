namespace Conformance.Specification.Schemas.Json;

/// <summary>Lines and columns of byte positions.</summary>
internal static class JsonPosition
{
    /// <summary>1-based line and column, the column in code points.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="offset">Position in bytes.</param>
    public static (int Line, int Column) Of(ReadOnlySpan<byte> utf8, int offset)
    {
        var before = utf8[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var column = 1;
        foreach (var b in before[lineStart..])
        {
            column += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return (before.Count((byte)'\n') + 1, column);
    }
}
