using System.Text.Json;
using Conformance.Verdicts.Results;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Texts that are commands to whatever shows them: terminals, build servers, browsers, readers of XML.</summary>
internal static class InjectionWays
{
    /// <summary>All of them in one text, each where it would have to stand to be obeyed.</summary>
    public const string Commands =
        "x\n::error file=a,line=1::owned-by-target\n::set-output name=x::owned\n##vso[task.complete result=Succeeded]owned\n"
        + "##teamcity[buildStatus text='owned']\n\u001b[31mred\u001b]0;owned\u0007\u009b2J\u202eesrever\n"
        + "</script></style></textarea><script>owned()</script><img src=x onerror=owned()>\n"
        + "]]><owned/>\n[[ATTACHMENT|/etc/passwd]]\n\"';owned//\n=cmd|'/c owned'!A0\n```\n# owned\n[owned](javascript:owned())\n{{owned}}${owned}%0Aowned";

    private static readonly string OneLine = Commands.ReplaceLineEndings(" ");

    private static readonly string Escaped = JsonSerializer.Serialize(Commands);

    public static IEnumerable<HostileWay> All { get; } =
    [
        HostileWay.Json("commands in a value", Verdict.Failed, "", Named(Escaped)),
        HostileWay.Json("commands in a name", Verdict.Failed, "", "{" + Escaped + ":1}"),
        HostileWay.Json("commands instead of JSON", Verdict.Failed, "no readable JSON", Commands),
        HostileWay.Json(
            "commands in an enumeration of violations",
            Verdict.Failed,
            "",
            "{\"tags\":[" + Escaped + "," + Escaped + "]}"
        ),
        HostileWay.Json("commands in a header", Verdict.Passed, "", Wire.Document, "X-Owned: " + OneLine),
        HostileWay.Json("commands in a date", Verdict.Failed, "", Wire.Document, "Date: " + OneLine),
        HostileWay.Json("commands in a content type", Verdict.Failed, "", Wire.Document, "Content-Type: " + OneLine),
        HostileWay.Answering(
            "commands in a reason phrase",
            Verdict.Failed,
            "500",
            "HTTP/1.1 500 " + OneLine + "\nContent-Length: 0\nConnection: close"
        ),
        new(
            "commands in an error",
            Place.Answer,
            Verdict.Failed,
            "500",
            (wire, _) => wire.JsonAsync("500 Oops", "{\"message\":" + Escaped + "}")
        ),
        new(
            "commands in a location",
            Place.Answer,
            Verdict.Failed,
            "302",
            (wire, _) => wire.JsonAsync("302 Found", "{}", "Location: " + OneLine)
        ),
        new(
            "commands in an identifier",
            Place.Creation,
            Verdict.Failed,
            "",
            (wire, _) => wire.JsonAsync("201 Created", "{\"thing_id\":" + Escaped + ",\"name\":" + Escaped + "}")
        ),
        new(
            "commands in an error of the token endpoint",
            Place.Token,
            Verdict.Inconclusive,
            "",
            (wire, _) =>
                wire.JsonAsync("400 Bad Request", "{\"error\":" + Escaped + ",\"error_description\":" + Escaped + "}")
        ),
        new(
            "commands in a token",
            Place.Token,
            Verdict.Inconclusive,
            "",
            (wire, _) =>
                wire.JsonAsync(
                    "200 OK",
                    "{\"access_token\":" + Escaped + ",\"token_type\":" + Escaped + ",\"expires_in\":60}"
                )
        ),
    ];

    private static string Named(string name) => Wire.Document.Replace("\"Fine\"", name, StringComparison.Ordinal);
}
