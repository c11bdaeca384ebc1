namespace Conformance.Specification.Model;

/// <summary>A response for statuses that are not declared one by one: a class such as <c>4XX</c>, or <c>default</c>.</summary>
/// <param name="Name">The key as written, a class in upper case.</param>
/// <param name="First">The lowest status it holds for.</param>
/// <param name="Last">The highest status it holds for.</param>
/// <param name="Response">What holds; its status is the lowest one.</param>
public sealed record ResponseRange(string Name, int First, int Last, ResponseDefinition Response)
{
    /// <summary>The response as it would be declared for one status.</summary>
    /// <param name="status">An HTTP status in the range.</param>
    public ResponseDefinition At(int status) =>
        Response with
        {
            Status = new Located<int>(status, Response.Status.Location),
        };
}
