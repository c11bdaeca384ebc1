using System.Collections.Immutable;
using System.Net;
using System.Text;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>Changes what a token request says.</summary>
internal static class TokenForm
{
    private const string Type = "application/x-www-form-urlencoded";

    /// <summary>The parameters of a form; empty when it is none.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(SimulatedRequest request) =>
        request.MediaType == Type ? FormBody.Fields(request.Body.Span) ?? [] : [];

    /// <summary>The value of a parameter, or null.</summary>
    public static string? Value(SimulatedRequest request, string name) =>
        Read(request).FirstOrDefault(p => p.Key == name).Value;

    /// <summary>The request with one parameter changed, or added.</summary>
    public static SimulatedRequest With(SimulatedRequest request, string name, string value) =>
        Of(request, [.. Read(request).Where(p => p.Key != name), new(name, value)]);

    /// <summary>The request as a form of these parameters.</summary>
    public static SimulatedRequest Of(SimulatedRequest request, IEnumerable<KeyValuePair<string, string>> parameters) =>
        request with
        {
            Headers =
            [
                .. request.Headers.Where(h => !h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)),
                new("Content-Type", Type),
            ],
            Body = Encoding.UTF8.GetBytes(
                string.Join(
                    '&',
                    parameters.Select(p => $"{WebUtility.UrlEncode(p.Key)}={WebUtility.UrlEncode(p.Value)}")
                )
            ),
        };

    /// <summary>The known client of the request's id, or the first there is.</summary>
    public static SimulatorCredentials Client(Call call, SimulatedRequest request) =>
        call.World.Options.Credentials.FirstOrDefault(c => c.ClientId == Value(request, "client_id"))
        ?? call.World.Options.Credentials[0];
}
