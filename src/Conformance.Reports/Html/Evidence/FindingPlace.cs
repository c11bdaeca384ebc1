namespace Conformance.Reports.Html.Evidence;

/// <summary>What a finding points at, read from its place in words.</summary>
internal abstract record FindingPlace
{
    private FindingPlace() { }

    /// <summary>The first line of a response.</summary>
    public sealed record StatusLine : FindingPlace;

    /// <summary>A header.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Header(string Name) : FindingPlace;

    /// <summary>A place in a body.</summary>
    /// <param name="Path">JSON path from <c>$</c>.</param>
    public sealed record Body(string Path) : FindingPlace;

    /// <summary>Reads a place such as <c>step replay, response 200, body, $.items[0].price</c>; null when it is no single one.</summary>
    /// <param name="where">The place in words.</param>
    public static FindingPlace? Read(string where)
    {
        const string inBody = ", body, $";
        const string header = ", header ";
        if (where.IndexOf(inBody, StringComparison.Ordinal) is >= 0 and var body)
        {
            return new Body(where[(body + inBody.Length - 1)..]);
        }

        if (where.IndexOf(header, StringComparison.Ordinal) is >= 0 and var named)
        {
            return new Header(where[(named + header.Length)..]);
        }

        var last = where[(where.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var comma ? comma + 2 : 0)..];
        return last switch
        {
            "status line" => new StatusLine(),
            "body" => new Body("$"),
            _ when last.EndsWith(" header", StringComparison.Ordinal) => new Header(last[..^" header".Length]),
            _ => null,
        };
    }
}
