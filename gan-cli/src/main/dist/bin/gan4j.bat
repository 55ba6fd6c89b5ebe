@echo off
rem Starts GAN4J on Windows.
rem
rem   JAVA_HOME   the Java to use, 17 or newer; without it, the java of the PATH
rem   GAN4J_OPTS  more options of the JVM

setlocal
set "JAR=%~dp0..\lib\gan-cli.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

"%JAVA%" --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector %GAN4J_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
