using Conformance.Verdicts.Results;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Answers that want to lead the client elsewhere, or to give it something to keep.</summary>
internal static class RedirectWays
{
    public static IEnumerable<HostileWay> All { get; } =
    [
        Redirect("a redirect to another path", "302 Found", "/elsewhere"),
        Redirect("a redirect that keeps the method", "307 Temporary Redirect", "/elsewhere"),
        Redirect("a redirect for good", "308 Permanent Redirect", "/elsewhere"),
        Redirect("a redirect to itself", "302 Found", "/ways/0") with
        {
            NeverAsked = null,
        },
        Redirect("a redirect to the metadata of a cloud", "302 Found", "http://169.254.169.254/latest/meta-data/"),
        Redirect("a redirect to a file", "302 Found", "file:///etc/passwd"),
        Redirect("a redirect to a script", "302 Found", "javascript:alert(1)"),
        Redirect("a redirect to nonsense", "302 Found", "http://[::::/%zz"),
        Redirect("a redirect with a user and a password", "302 Found", "http://user:secret@127.0.0.1:1/elsewhere"),
        Refused("a redirect without a location", "302 Found", "X-Nothing: 1"),
        Refused("a choice of places", "300 Multiple Choices", "Link: </elsewhere>; rel=alternate") with
        {
            NeverAsked = "GET /elsewhere",
        },
        Kept("a refresh to elsewhere", "Refresh: 0; url=/elsewhere", "GET /elsewhere"),
        Kept("a cookie", "Set-Cookie: session=hostile; Path=/", "\r\nCookie:"),
        Kept("a cookie for another host", "Set-Cookie: session=hostile; Domain=example.com", "\r\nCookie:"),
        Kept(
            "2,000 cookies",
            string.Join('\n', Enumerable.Range(0, 2000).Select(i => $"Set-Cookie: c{i}=v")),
            "\r\nCookie:"
        ),
        Kept("an alternative service elsewhere", "Alt-Svc: h2=\"evil.example:443\"; ma=2592000", "GET /elsewhere"),
        Kept(
            "strict transport security for a year",
            "Strict-Transport-Security: max-age=31536000; includeSubDomains",
            null
        ),
        Kept("a demand to close what is not open", "Clear-Site-Data: \"*\"", null),
    ];

    private static HostileWay Redirect(string name, string status, string location) =>
        Refused(name, status, $"Location: {location}") with
        {
            NeverAsked = "GET /elsewhere",
        };

    private static HostileWay Refused(string name, string status, string header) =>
        new(name, Place.Answer, Verdict.Failed, status[..3], (wire, _) => wire.JsonAsync(status, "{}", header));

    private static HostileWay Kept(string name, string headers, string? neverAsked) =>
        HostileWay.Json(name, Verdict.Passed, "", Wire.Document, headers) with
        {
            NeverAsked = neverAsked,
        };
}
