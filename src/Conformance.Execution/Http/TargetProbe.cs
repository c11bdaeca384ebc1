using Conformance.Execution.Courtesy;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Http;

/// <summary>Looks whether anything that could be the target answers, before cases are sent.</summary>
internal sealed class TargetProbe(
    IntegrationSpecification specification,
    TargetAddresses addresses,
    ExecutionOptions options,
    RateCourtesy courtesy,
    TargetChannel channel
)
{
    /// <summary>Why no run makes sense; null when the target is there.</summary>
    public async Task<Obstacle?> RunAsync(CancellationToken cancellationToken)
    {
        var endpoint = specification.Endpoints.FirstOrDefault(IsPlainRead);
        var request = new OutgoingRequest("GET", addresses.Api(endpoint?.Path.Value ?? "/"));
        var bucket = courtesy.For(endpoint, new CredentialUse.Anonymous());
        bucket.Enter(1);
        var outcome = await channel.SendAsync(request, cancellationToken);
        courtesy.Leave(bucket, 1);
        if (outcome.Problem is { } problem)
        {
            return problem.Kind is ObstacleKind.TargetUnreachable
                ? problem with
                {
                    Reason = $"{problem.Reason} Is the target running, and is --base-url {options.BaseUrl} right?",
                }
                : problem;
        }

        return outcome.Response is { } response && endpoint is not null && IsWebSite(response, endpoint)
            ? NotTheApi(response, endpoint)
            : null;
    }

    // No parameters, no credentials: whatever an API thinks of such a request, it does not answer with a web page.
    private static bool IsPlainRead(Endpoint endpoint) =>
        endpoint.Method.Value == "GET" && !endpoint.Path.Value.Contains('{', StringComparison.Ordinal);

    private static bool IsWebSite(RecordedResponse response, Endpoint endpoint) =>
        response.MediaType is "text/html" or "application/xhtml+xml"
        && response.Status is < 400 or 404 or 502 or 503 or 504
        && !endpoint.Responses.Any(r =>
            r.ContentType?.Value.Contains("html", StringComparison.OrdinalIgnoreCase) == true
        );

    private Obstacle NotTheApi(RecordedResponse response, Endpoint endpoint) =>
        new(
            ObstacleKind.TargetUnreachable,
            $"{options.BaseUrl} answered {endpoint.Name} with {response.Status} and an HTML page, so it is a web server but "
                + "not this API (or a gateway in front of it that cannot reach it). Check --base-url.",
            null
        );
}
