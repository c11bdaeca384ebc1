using Conformance.Execution.Credentials;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Execution.Steps;

/// <summary>Carries out <see cref="CaseStep.Send"/>.</summary>
internal sealed class SendStep(
    RequestComposer composer,
    RequestSender sender,
    TargetClock clock,
    IntegrationSpecification specification
)
{
    /// <summary>Sends the request, remembers what later steps need, and says what stands in their way.</summary>
    public async Task<Obstacle?> RunAsync(CaseStep.Send step, CaseContext context, CancellationToken cancellationToken)
    {
        if (
            step.OnlyAfterSuccessOf is { } needed
            && context.Memory.GetValueOrDefault(needed)?.Response?.Status is not (>= 200 and < 300)
        )
        {
            return null;
        }

        var (request, problem) = composer.Compose(step.Request, context);
        if (request is null)
        {
            return problem;
        }

        var manner = SendManner.For(step);
        var sent = await sender.SendAsync(request, step.Request, manner, context, cancellationToken);
        Remember(step.Name, sent, context);
        if (sent.Obstacle is { } obstacle)
        {
            return obstacle;
        }

        if (sent.Exchange?.Response is not { } response)
        {
            return null;
        }

        CaptureReader.Read(step.Captures, response, context);
        return step.IsArrangement ? Judge(step, response) : null;
    }

    /// <summary>Keeps a step's last response for steps that refer to it.</summary>
    public void Remember(string step, Sent sent, CaseContext context)
    {
        var response = sent.Exchange?.Response;
        var now = clock.Now;
        var lifetime =
            response is not null && sent.Exchange?.Endpoint is null ? TokenAnswer.LifetimeIn(response) : null;
        var expiry = lifetime is { } t ? now - sent.Exchange!.Duration + t : sent.Credential?.ExpiresAt;
        context.Memory[step] = new(response, now, expiry);
    }

    private Obstacle? Judge(CaseStep.Send step, RecordedResponse response)
    {
        var allowed = step.Expectations.OfType<StatusIs>().SelectMany(e => e.Allowed).ToList();
        var isFine = allowed.Count > 0 ? allowed.Contains(response.Status) : response.Status is >= 200 and < 300;
        if (isFine)
        {
            return null;
        }

        var needed = allowed.Count > 0 ? string.Join(" or ", allowed) : "a 2xx status";
        return Obstacles.Arrangement(
            $"'{step.Name}', which the case rests on, was answered {response.Status}{CodeIn(response)} where {needed} is needed."
        );
    }

    private string CodeIn(RecordedResponse response) =>
        specification.ErrorFormat?.Roles.Code is { } path
        && JsonBody.Parse(response.Body) is { } body
        && JsonBody.Find(body, path) is { } code
        && JsonBody.Text(code) is { } text
            ? $" ({Excerpt.Of(text)})"
            : "";
}
