using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Conformance.Traffic;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Recorder.Proxying;

/// <summary>What passed as an entry of an archive.</summary>
internal static class PassedEntry
{
    private const int MostBytes = 64 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The entry, without its time.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="url">Where it was passed on to.</param>
    /// <param name="request">The body that was sent.</param>
    /// <param name="response">The body that came; null when no answer did.</param>
    public static HarEntry Of(HttpContext context, Uri url, CopyingStream request, CopyingStream? response)
    {
        var sent = request.Copy;
        return new(
            default,
            null,
            new(
                context.Request.Method,
                url.AbsoluteUri,
                Fields(context.Request.Headers, "Host", url.Authority),
                sent is { Length: > 0 } ? new(context.Request.ContentType, Encoding.UTF8.GetString(sent)) : null
            ),
            response is null
                ? new(0, "", context.Request.Protocol, [], new(0, "", "", null))
                : Answer(context, response)
        );
    }

    private static HarResponse Answer(HttpContext context, CopyingStream body) =>
        new(
            context.Response.StatusCode,
            context.Features.Get<IHttpResponseFeature>()?.ReasonPhrase ?? "",
            context.Request.Protocol,
            Fields(context.Response.Headers),
            Content(body, context.Response.ContentType, context.Response.Headers.ContentEncoding.ToString())
        );

    private static HarContent Content(CopyingStream body, string? type, string encoding)
    {
        if (body.Copy is not { } copy || Unpacked(copy, encoding) is not { } bytes)
        {
            return new(body.Passed, type, null, null);
        }

        try
        {
            return new(bytes.Length, type, Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return new(bytes.Length, type, Convert.ToBase64String(bytes), "base64");
        }
    }

    // As a browser's archive has it: the content without its coding. Null when it cannot be unpacked.
    private static byte[]? Unpacked(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream? unpacking = encoding.ToUpperInvariant() switch
        {
            "" or "IDENTITY" => packed,
            "GZIP" or "X-GZIP" => new GZipStream(packed, CompressionMode.Decompress),
            "BR" => new BrotliStream(packed, CompressionMode.Decompress),
            "DEFLATE" => new ZLibStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (unpacking is null || bytes.Length == 0)
        {
            return bytes.Length == 0 ? [] : null;
        }

        try
        {
            using var unpacked = new MemoryStream();
            var buffer = new byte[81920];
            for (var read = unpacking.Read(buffer); read > 0; read = unpacking.Read(buffer))
            {
                unpacked.Write(buffer.AsSpan(0, read));
                if (unpacked.Length > MostBytes)
                {
                    return null;
                }
            }

            return unpacked.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ImmutableArray<HarField> Fields(
        IHeaderDictionary headers,
        string? replaced = null,
        string by = ""
    ) =>
        [
            .. headers.SelectMany(h =>
                h.Key.Equals(replaced, StringComparison.OrdinalIgnoreCase)
                    ? [new HarField(h.Key, by)]
                    : h.Value.Select(v => new HarField(h.Key, v ?? ""))
            ),
        ];
}
