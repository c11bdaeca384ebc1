using System.Net;
using System.Text;

namespace Conformance.Tests.Secrets;

/// <summary>
/// How a secret may be spelled in what is written, worked out apart from the tool's own list, so that what the tool
/// forgets is found.
/// </summary>
internal static class Spellings
{
    public static IEnumerable<(string Name, byte[] Bytes)> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var texts = new List<(string Name, string Text)>
        {
            ("plain", secret),
            ("URL", string.Concat(bytes.Select(b => IsUnreserved(b) ? $"{(char)b}" : $"%{b:X2}"))),
            ("URL in lower case", string.Concat(bytes.Select(b => IsUnreserved(b) ? $"{(char)b}" : $"%{b:x2}"))),
            (
                "URL in URL",
                WebUtility.UrlEncode(string.Concat(bytes.Select(b => IsUnreserved(b) ? $"{(char)b}" : $"%{b:X2}")))
            ),
            ("form", WebUtility.UrlEncode(secret)),
            ("JSON", Newtonsoft.Json.JsonConvert.ToString(secret)[1..^1]),
            ("JSON of .NET", System.Text.Json.JsonSerializer.Serialize(secret)[1..^1]),
            (
                "JSON in JSON",
                Newtonsoft.Json.JsonConvert.ToString(Newtonsoft.Json.JsonConvert.ToString(secret)[1..^1])[1..^1]
            ),
            ("XML", new System.Xml.Linq.XText(secret).ToString()),
            ("HTML", WebUtility.HtmlEncode(secret)),
            ("hex", string.Concat(bytes.Select(b => $"{b:x2}"))),
            ("HEX", string.Concat(bytes.Select(b => $"{b:X2}"))),
        };
        foreach (var before in (string[])["", "u", "us"])
        {
            foreach (var after in (string[])["", "x", "xy"])
            {
                // Only the letters that nothing before or behind has a part in.
                var whole = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + after)).TrimEnd('=');
                var inner = whole[
                    (before.Length == 0 ? 0 : before.Length + 1)..^(after.Length == 0 ? 0 : after.Length + 1)
                ];
                texts.Add(("base64", inner));
                texts.Add(("base64url", inner.Replace('+', '-').Replace('/', '_')));
            }
        }

        return texts
            .Select(t => (t.Name, Encoding.UTF8.GetBytes(t.Text)))
            .DistinctBy(t => Convert.ToHexString(t.Item2));
    }

    private static bool IsUnreserved(byte b) =>
        char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
