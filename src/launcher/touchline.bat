@echo off
rem Starts Touchline from its own folder: finds a Java of version 25 or newer and runs the program with it.
rem Java is looked for in this order: TOUCHLINE_JAVA_HOME, the JDK that Touchline was built with, JAVA_HOME, PATH.
rem TOUCHLINE_OPTS: further options for Java, separated by blanks, such as -Xmx4g.
setlocal DisableDelayedExpansion
set "NEEDED=25"
set "LIB=%~dp0..\lib"
set "JAVA="
if defined TOUCHLINE_JAVA_HOME call :try "%TOUCHLINE_JAVA_HOME%"
if not defined JAVA if defined TOUCHLINE_JAVA_HOME echo touchline: TOUCHLINE_JAVA_HOME does not lead to Java %NEEDED% or newer, so another one is looked for. 1>&2
set "BUILT_WITH="
if exist "%LIB%\jdk" set /p BUILT_WITH=<"%LIB%\jdk"
rem An installed program brings its own runtime along and names it relative to itself.
if defined BUILT_WITH if "%BUILT_WITH:~0,2%"==".." set "BUILT_WITH=%LIB%\..\%BUILT_WITH%"
if not defined JAVA if defined BUILT_WITH call :try "%BUILT_WITH%"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :try "%%~dpJ.."
if defined JAVA goto run
echo touchline: Java %NEEDED% or newer is missing. 1>&2
echo Install a JDK or JRE of version %NEEDED% or newer from https://adoptium.net, or set TOUCHLINE_JAVA_HOME to its folder. 1>&2
exit /b 2

:run
rem Commands start sooner with the parallel collector; the workbench needs the short pauses of G1, which copies no draws
rem where each of their arrays has a region, and little else where few young objects come together.
set "COLLECTOR=-XX:+UseParallelGC"
set "WINDOW=-XX:+UseG1GC -XX:G1HeapRegionSize=1m -XX:MaxNewSize=64m -XX:MaxGCPauseMillis=20"
set "KIND=%~1"
call :window %*
if not defined KIND set "COLLECTOR=%WINDOW%"
if defined TOUCHLINE_OPTS if not "%TOUCHLINE_OPTS:-XX:+Use=%"=="%TOUCHLINE_OPTS%" set "COLLECTOR="
rem What samples is three times as fast with vectors, which only a Java that has the module in incubation can be asked for.
set "VECTORS="
for %%C in ("" train compare backtest bench doctor) do if "%KIND%"=="%%~C" for %%R in ("%JAVA%\..\..\release") do if exist "%%~fR" findstr /c:"jdk.incubator.vector" "%%~fR" >nul && set "VECTORS=--add-modules=jdk.incubator.vector"
"%JAVA%" "@%LIB%\java.options" %COLLECTOR% %VECTORS% %TOUCHLINE_OPTS% -classpath "%LIB%\touchline.jar" dev.touchline.Main %*
exit /b %ERRORLEVEL%

rem Empties KIND where no command is named: touchline [--home DIR] [--db URL] [FILE.nc]
:window
if "%~1"=="--home" if not "%~2"=="" (shift & shift & goto window)
if "%~1"=="--db" if not "%~2"=="" (shift & shift & goto window)
if "%~1"=="" set "KIND="
if /i "%~x1"==".nc" if "%~2"=="" set "KIND="
exit /b 0

rem Sets JAVA to the java.exe of the home given, where its release file or, failing that, java -version says it will do.
:try
if not exist "%~1\bin\java.exe" exit /b 1
set "MAJOR="
if exist "%~1\release" for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=.-+ " %%M in (%%V) do set "MAJOR=%%~M"
if not defined MAJOR for /f "tokens=3" %%V in ('""%~1\bin\java.exe" -version 2^>^&1" ^| findstr /c:" version "') do for /f "delims=.-+ " %%M in ("%%~V") do if not defined MAJOR set "MAJOR=%%~M"
if not defined MAJOR exit /b 1
if %MAJOR% LSS %NEEDED% exit /b 1
set "JAVA=%~1\bin\java.exe"
exit /b 0
