using System.Text;
using System.Text.Json;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>Where a credential travels: a header with a template, or a query parameter.</summary>
internal sealed class CredentialPlacement(Authentication? authentication)
{
    private readonly string? header = authentication?.HeaderName?.Value;
    private readonly string? query = authentication?.QueryParameter?.Value;
    private readonly (string Before, string After) template = Split(authentication?.HeaderTemplate?.Value ?? "");

    /// <summary>The request with the credential where the specification wants it.</summary>
    public OutgoingRequest Place(OutgoingRequest request, string value)
    {
        if (header is not null)
        {
            return WithHeader(request, template.Before + value + template.After);
        }

        return query is null ? request : InQuery(request, query, value);
    }

    /// <summary>The request with the credential under another scheme.</summary>
    public OutgoingRequest PlaceUnder(OutgoingRequest request, string scheme, string value) =>
        WithHeader(request, $"{scheme} {value}".TrimStart());

    /// <summary>The request with this as the whole header.</summary>
    public OutgoingRequest PlaceWhole(OutgoingRequest request, string value) => WithHeader(request, value);

    /// <summary>The request with two credentials; header lines of one name are one list (RFC 9110 section 5.3).</summary>
    public OutgoingRequest PlaceBoth(OutgoingRequest request, string first, string second) =>
        WithHeader(request, $"{template.Before}{first}{template.After}, {template.Before}{second}{template.After}");

    /// <summary>The request with the credential in another header only.</summary>
    public static OutgoingRequest InHeader(OutgoingRequest request, string name, string scheme, string value) =>
        request with
        {
            Headers = [new(name, $"{scheme} {value}".TrimStart()), .. request.Headers],
        };

    /// <summary>The request with the credential as a member of its JSON object, or as a form instead of another body.</summary>
    public static OutgoingRequest InBody(OutgoingRequest request, string field, string value) =>
        JsonBody.Parse(request.Body ?? []) is { ValueKind: JsonValueKind.Object } body
            ? request with
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(
                    body.EnumerateObject()
                        .ToDictionary(m => m.Name, m => m.Value)
                        .Append(new(field, JsonSerializer.SerializeToElement(value)))
                        .ToDictionary()
                ),
            }
            : request with
            {
                Body = Encoding.ASCII.GetBytes(FormEncoding.Encode([new(field, value)])),
                ContentType = "application/x-www-form-urlencoded",
            };

    /// <summary>The request with the credential in its query only.</summary>
    public static OutgoingRequest InQuery(OutgoingRequest request, string parameter, string value) =>
        request with
        {
            Target = TargetAddresses.WithQuery(request.Target, parameter, value),
        };

    private OutgoingRequest WithHeader(OutgoingRequest request, string value) =>
        request with
        {
            Headers = [new(header ?? "Authorization", value), .. request.Headers],
        };

    private static (string Before, string After) Split(string template)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        var close = template.IndexOf('}', StringComparison.Ordinal);
        return open < 0 || close < open ? ("", "") : (template[..open], template[(close + 1)..]);
    }
}
