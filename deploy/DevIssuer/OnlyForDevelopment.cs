namespace Ecosystem.DevIssuer;

/// <summary>Anybody may ask this issuer for any token, so it must not exist where real people are served.</summary>
public static class OnlyForDevelopment
{
    /// <exception cref="InvalidOperationException">The environment is anything but Development; unset means Production.</exception>
    public static void Check(IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                $"The development issuer gives any token to anybody and starts only with ASPNETCORE_ENVIRONMENT=Development, not {environment.EnvironmentName}.");
        }
    }
}
