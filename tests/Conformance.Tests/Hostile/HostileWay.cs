using Conformance.Verdicts.Results;

namespace Conformance.Tests.Hostile;

/// <summary>One named way to misbehave, and what a run must make of it.</summary>
/// <param name="Name">What it is called in the list of tests.</param>
/// <param name="Place">Where it happens.</param>
/// <param name="Verdict">What the case that meets it comes to.</param>
/// <param name="Says">Words that its report must have, for somebody who knows nothing of this server.</param>
/// <param name="Misbehave">What the server does with the connection once it has read the request.</param>
internal sealed record HostileWay(
    string Name,
    Place Place,
    Verdict Verdict,
    string Says,
    Func<Wire, CancellationToken, Task> Misbehave
)
{
    /// <summary>What must not have reached the server afterwards: a path, or a header that begins so.</summary>
    public string? NeverAsked { get; init; }

    /// <summary>A way that is one answer, written as it goes out; <c>\n</c> in its head stands for CRLF.</summary>
    public static HostileWay Answering(string name, Verdict verdict, string says, string head, string body = "") =>
        new(name, Place.Answer, verdict, says, (wire, _) => wire.SendAsync(Crlf(head) + "\r\n\r\n" + body));

    /// <summary>A way that is a JSON answer with status 200 whose framing is right.</summary>
    public static HostileWay Json(string name, Verdict verdict, string says, string body, string headers = "") =>
        new(name, Place.Answer, verdict, says, (wire, _) => wire.JsonAsync("200 OK", body, Crlf(headers)));

    /// <summary>As above, with bytes that are no text.</summary>
    public static HostileWay Bytes(string name, Verdict verdict, string says, byte[] body, string headers = "") =>
        new(name, Place.Answer, verdict, says, (wire, _) => wire.JsonAsync("200 OK", body, Crlf(headers)));

    /// <inheritdoc />
    public override string ToString() => Name;

    internal static string Crlf(string lines) => lines.ReplaceLineEndings("\r\n");
}
