using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>An answer that a conforming target gives somewhere in a case.</summary>
/// <param name="OperationId">The operation that answers; null where none is called.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="ErrorCode">Its error code, where exactly one is due.</param>
internal sealed record DueAnswer(string? OperationId, int Status, string? ErrorCode)
{
    /// <summary>The answers due in a case. Where several are allowed, only the preferred one is taken to come.</summary>
    public static IEnumerable<DueAnswer> Of(ContractCase of) => of.Steps.SelectMany(step => Of(of, step));

    private static IEnumerable<DueAnswer> Of(ContractCase of, CaseStep step) =>
        step switch
        {
            CaseStep.Send { Request.Target: RequestTarget.Api } send => From(send.Request, send.Expectations),
            CaseStep.SendUntilLimited limited => From(limited.Request, limited.Expectations)
                .Concat(Success(limited.Request)),
            CaseStep.SendConcurrently concurrent => From(concurrent.Request, concurrent.Expectations)
                .Concat(
                    of.Expectations.OfType<ExactlyOneResource>()
                        .Where(e => e.Step == concurrent.Name)
                        .Select(e => Answer(concurrent.Request, e.CreationStatus))
                ),
            _ => [],
        };

    private static IEnumerable<DueAnswer> From(
        RequestTemplate request,
        IReadOnlyCollection<ExchangeExpectation> expectations
    )
    {
        var code = expectations.OfType<ErrorCodeIs>().FirstOrDefault()?.Allowed is [var only] ? only : null;
        var told = expectations
            .OfType<StatusIs>()
            .Where(e => !e.Allowed.IsEmpty)
            .Select(e => Answer(request, e.Allowed[0]) with { ErrorCode = code })
            .ToList();
        return told.Count > 0 ? told : Success(request);
    }

    private static IEnumerable<DueAnswer> Success(RequestTemplate request) =>
        request.Endpoint?.Success is { } success ? [Answer(request, success.Status)] : [];

    private static DueAnswer Answer(RequestTemplate request, int status) =>
        new(request.Endpoint?.OperationId.Value, status, null);
}
