namespace Conformance.SampleProvider;

/// <summary>Where tests put the service into states that no request leads to; not to be mapped in production.</summary>
internal static class States
{
    public static void MapStates(this WebApplication app) => app.MapPost("/provider-states", Enter);

    private static IResult Enter(ProviderState state, Shelf shelf)
    {
        if (state.State != "Every copy is lent out")
        {
            return Results.NotFound();
        }

        shelf.IsEmpty = state.Action != "teardown";
        return Results.Ok();
    }

    private sealed record ProviderState(string State, string? Action);
}
