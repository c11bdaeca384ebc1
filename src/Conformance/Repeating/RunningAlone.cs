namespace Conformance.Repeating;

/// <summary>
/// Lets any number of cases run beside each other, or one alone: who wants to be alone waits for those that run, and
/// holds back those that come. The waiting needs no cancellation of its own: it lasts as long as cases that have one.
/// </summary>
internal sealed class RunningAlone : IDisposable
{
    private const int Most = 1024;
    private readonly SemaphoreSlim entrance = new(1);
    private readonly SemaphoreSlim places = new(Most);

    /// <summary>Runs beside others.</summary>
    public async Task<T> BesideAsync<T>(Func<Task<T>> run)
    {
        await entrance.WaitAsync();
        try
        {
            await places.WaitAsync();
        }
        finally
        {
            entrance.Release();
        }

        try
        {
            return await run();
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Runs while nothing else does. Not to be called from within <see cref="BesideAsync"/>, for that would wait for itself.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> run)
    {
        await entrance.WaitAsync();
        var taken = 0;
        try
        {
            while (taken < Most)
            {
                await places.WaitAsync();
                taken++;
            }

            return await run();
        }
        finally
        {
            if (taken > 0)
            {
                places.Release(taken);
            }

            entrance.Release();
        }
    }

    public void Dispose()
    {
        entrance.Dispose();
        places.Dispose();
    }
}
